import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, auditRows, behindTheWalls, deps, id, lisa, nils, people, world } from '#test/world.ts'
import { systems } from '../identifier.ts'

const here = paths.particulars.show.to({ childId: lisa })
const [first, second] = ['20170101-2393', '20170162-2381']
const hashOf = (number: string) => deps.keys.hash('identifier', number.replace('-', ''))
const page = async (who: 'maja' | 'petra') => (await as(who).get(here)).text()

/** Skatteverket has given Lisa a number, and Maja has seen it. */
const write = (more: Record<string, string> = {}, who: 'maja' | 'stig' = 'maja') =>
  as(who).post(here, { kind: 'person', number: first, source: 'register', ...more })
const change = (more: Record<string, string> = {}) =>
  write({ number: second, level: 'confirmed', why: 'changed', submission: id('the second'), ...more })
const answer = (who: 'maja' | 'petra' | 'sofia' | 'sara', yes: 'yes' | 'no', number = 'the second') =>
  as(who).post(paths.particulars.answer.to({ childId: lisa, numberId: id(number) }), { answer: yes })

const rows = () =>
  admin
    .selectFrom('child_identifier')
    .select(['system', 'valid_from', 'valid_to', 'waits', 'level'])
    .orderBy(sql`valid_to nulls last`)
    .execute()
const found = async () =>
  (await admin.selectFrom('identifier_hash').select(['hash', 'child_id']).execute()).map(
    ({ hash, child_id }) => [hash.toString('hex'), child_id],
  )
const finds = (number: string, childId = lisa) => [hashOf(number).toString('hex'), childId]

describe('who Lisa is in numbers', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
  })

  it('has none, and that is fine; Maja writes one, twice by mistake, and it lies sealed', async () => {
    expect(await page('maja')).toContain('Inget nummer finns här. Det går bra att hjälpas åt ändå.')
    const sent = { submission: id('the first') }
    for (const { status } of [await write(sent), await write(sent)]) expect(status).toBe(303)
    expect(await rows()).toEqual([
      { system: systems.person, valid_from: '2026-11-24', valid_to: null, waits: false, level: null },
    ])
    expect(await found()).toEqual([finds(first)])
    expect(await page('maja')).toContain('20170101-2393')
    const kept = await admin.selectFrom('child_identifier').select('value_sealed').executeTakeFirstOrThrow()
    expect(kept.value_sealed.toString('latin1')).not.toContain('2393')
    expect((await auditRows()).map(([, act]) => act)).toEqual([
      'particulars.open',
      'particulars.write-number',
      'particulars.write-number',
      'particulars.open',
    ])
  })

  it('is for those who work with her: nobody else reads it, and only whoever answers for her writes', async () => {
    await write()
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['sofia', 'eva', 'ali', 'sara', 'lisaSelf'] as const) {
      const read = await as(who).get(here)
      expect([who, read.status, await read.text()]).toEqual([who, 404, missing])
      const told = await as(who).post(here, { kind: 'person', number: second, source: 'paper' })
      expect([who, told.status]).toEqual([who, 404])
    }
    const petras = await (await as('petra').get(here)).text()
    expect([petras.includes('20170101-2393'), petras.includes('Spara numret')]).toEqual([true, false])
    expect((await as('petra').post(here, { kind: 'lma', number: '1', source: 'paper' })).status).toBe(404)
  })

  it('a number that is none is asked about again, with what was typed', async () => {
    const answer = await write({ number: '20170101-2394' })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('Det finns inget sådant nummer')
    expect(text).toContain('value="20170101-2394"')
    expect((await write({ number: second })).status).toBe(422)
    expect((await write({ kind: 'other', number: '1', givenBy: '' })).status).toBe(422)
    expect((await write({ kind: 'other', number: '1', givenBy: '20170101-2393' })).status).toBe(422)
    expect(await rows()).toEqual([])
  })

  it('numbers of other systems stand beside, as they were written, and find nobody', async () => {
    await write()
    await write({ kind: 'other', number: 'kr 99-17', givenBy: 'Region Kronoberg', source: 'paper' })
    await write({ kind: 'reserve', number: '32170101ab12', source: 'paper' })
    const text = await page('maja')
    for (const words of ['20170101-2393', 'kr 99-17', '32170101AB12', 'Region Kronoberg'])
      expect(text).toContain(words)
    expect(await found()).toEqual([finds(first)])
  })

  it('of a coordination number it is told how sure it is; by an uncertain one the register finds nobody', async () => {
    await write({ number: second, level: 'uncertain' })
    expect(await page('maja')).toContain('osäker identitet')
    expect(await found()).toEqual([])
  })

  it('a number that is another child’s changes nothing for that child, and nobody learns of it', async () => {
    await admin
      .insertInto('identifier_hash')
      .values({ hash: hashOf(first), child_id: nils })
      .execute()
    const told = await write()
    expect(told.status).toBe(303)
    expect(await page('maja')).not.toContain('Nils')
    expect(await found()).toEqual([finds(first, nils)])
  })

  describe('the number changes', () => {
    beforeEach(async () => {
      await write({ submission: id('the first') })
    })
    const addresses = [
      paths.child.to({ childId: lisa }),
      paths.wheel.show.to({ childId: lisa }),
      paths.family.talk.to({ childId: lisa }),
      paths.noticing.noticeChild.to({ childId: lisa }),
      paths.children.to({}),
    ]
    const whatOpens = async () => {
      const statuses: [string, string, number][] = []
      for (const who of people)
        for (const address of addresses) statuses.push([who, address, (await as(who).get(address)).status])
      return statuses
    }

    it('Maja says why, and Petra looks too; until then the first holds, and everybody sees what they saw', async () => {
      const before = await whatOpens()
      expect((await write({ number: second, level: 'confirmed' })).status).toBe(422)
      expect((await change()).status).toBe(303)
      expect(await found()).toEqual([finds(first)])
      expect(await page('maja')).toContain('En kollega som arbetar med Lisa behöver också titta.')
      expect((await answer('maja', 'yes')).status).toBe(404)
      expect(await (await as('petra').get(paths.tasks.to({}))).text()).toContain('Titta på ett nummer')
      for (const { status } of [await answer('petra', 'yes'), await answer('petra', 'yes')])
        expect(status).toBe(303)
      expect(await rows()).toMatchObject([
        { system: systems.person, valid_to: '2026-11-24' },
        { system: systems.coordination, valid_to: null, waits: false, level: 'confirmed' },
      ])
      expect((await found()).toSorted()).toEqual([finds(first), finds(second)].toSorted())
      expect(await (await as('petra').get(paths.tasks.to({}))).text()).not.toContain('Titta på ett nummer')
      expect(await whatOpens()).toEqual(before)
    })

    it('one that was wrong is not kept, and finds Lisa no more', async () => {
      await change({ why: 'wrong' })
      await answer('petra', 'yes')
      expect(await rows()).toMatchObject([{ system: systems.coordination }])
      expect(await found()).toEqual([finds(second)])
      expect(await page('maja')).not.toContain('2393')
    })

    it('a colleague says no, or Maja takes it back: nothing has happened', async () => {
      for (const who of ['petra', 'maja'] as const) {
        await change()
        expect((await answer(who, 'no')).status).toBe(303)
        expect(await rows()).toMatchObject([{ system: systems.person, valid_to: null }])
      }
      expect(await found()).toEqual([finds(first)])
    })

    it('nobody outside answers, and not twice at once: the second waits for the first', async () => {
      await change()
      for (const who of ['sofia', 'sara'] as const)
        expect([who, (await answer(who, 'yes')).status]).toEqual([who, 404])
      expect((await change({ submission: id('another'), level: 'probable' })).status).toBe(409)
      expect((await rows()).filter(({ waits }) => waits)).toHaveLength(1)
    })

    it('Lisa becomes protected meanwhile: what waited is gone, and nothing waits for Petra', async () => {
      await change()
      await markAsProtected()
      expect(await rows()).toEqual([])
      expect(await (await as('petra').get(paths.tasks.to({}))).text()).not.toContain('Titta på ett nummer')
      const text = await page('maja')
      expect([
        text.includes('Numren är skyddade'),
        text.includes('Spara numret'),
        text.includes('2393'),
      ]).toEqual([true, false, false])
      expect((await write({ kind: 'lma', number: '12345' })).status).toBe(404)
      expect(await found()).toEqual([finds(first)])
    })

    it('the database itself lets one person say neither both, nor anything of a child that is not theirs', async () => {
      await change()
      const says = (who: 'maja' | 'sofia', number: string) =>
        behindTheWalls(who, lisa, (trx) =>
          sql<{
            done: boolean
          }>`select answer_number(${lisa}, ${id(number)}, true, null, null) as done`.execute(trx),
        )
      expect((await says('maja', 'the second')).rows).toEqual([{ done: false }])
      expect((await says('sofia', 'the second')).rows).toEqual([{ done: false }])
      await expect(
        behindTheWalls('maja', lisa, (trx) => sql`update child_identifier set waits = false`.execute(trx)),
      ).rejects.toThrow('permission denied')
    })
  })
})
