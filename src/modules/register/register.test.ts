import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, openMatter } from '#test/arrange.ts'
import { appointReviewers } from '#test/reviewers.ts'
import { admin, as, auditRows, behindTheWalls, id, lisa, world } from '#test/world.ts'
import { csvOf } from './entry.ts'

const register = paths.register.list.to({})
const file = paths.register.csv.to({})
const all = () => admin.selectFrom('register_entry').selectAll().orderBy('direction').execute()

describe('each disclosure is registered, at both ends, as it is made', () => {
  beforeEach(async () => {
    await world()
    await appointReviewers()
  })

  it('Sofia tells Maja something: the region that gave and the school that received have an entry each', async () => {
    await as('sofia').post(paths.noticing.noticeChild.to({ childId: lisa }), {
      sentence: 'Lisa har ont i magen.',
      sharing: 'family_says_yes',
    })
    expect(await all()).toMatchObject([
      { direction: 'sent', authority_id: id('authority elevhalsan'), by_person_id: id('sofia') },
      { direction: 'received', authority_id: id('authority furuskolan'), to_unit_id: id('furuskolan') },
    ])
    const entries = JSON.stringify(await all())
    for (const word of ['Lisa', 'magen', lisa]) expect(entries).not.toContain(word)
  })

  it('what stays within the wall is no disclosure', async () => {
    await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), {
      sentence: 'Lisa ritar gärna.',
    })
    expect(await all()).toEqual([])
  })

  it('nothing that is not given is registered, and what is given cannot be without it', async () => {
    await openMatter()
    await joined('ali', 'familjestod')
    expect((await all()).map(({ kind, legal_ground }) => [kind, legal_ground])).toEqual([
      ['party', 'samtycke'],
      ['party', 'samtycke'],
    ])
  })

  it('whoever reviews the log reads the own organisation’s register, and takes it out as a file', async () => {
    await openMatter()
    await joined('ali', 'familjestod')
    const page = await as('maja').get(register)
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('Lämnat ut')
    expect(text).toContain('Familjestöd Alvesta')
    expect(text).not.toContain('Tagit emot')
    for (const word of ['Lisa', lisa]) expect(text).not.toContain(word)
    const answer = await as('maja').get(`${file}?ar=2026`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [headings = '', ...lines] = (await answer.text()).trim().split('\r\n')
    expect(lines).toHaveLength(1)
    // Whoever finds a line of the file knows who took it out.
    expect(headings).toMatch(/;"Uttaget av"$/)
    for (const line of lines)
      expect(line).toMatch(/;"Maja Lindgren, .*Furuskolan.*, 2026-11-24 kl 12[.:]00"$/)
    expect(await (await as('maja').get(`${register}?ar=2025`)).text()).toContain('Inget är lämnat')
    expect((await auditRows()).map(([, act, outcome]) => [act, outcome])).toEqual([
      ['register.list', 'done'],
      ['register.export', 'done'],
      ['register.list', 'done'],
    ])
  })

  it('nobody else reads it, and nobody at all changes it', async () => {
    await openMatter()
    await joined('ali', 'familjestod')
    for (const who of ['petra', 'ali', 'sara', 'lisaSelf', 'nobody'] as const)
      for (const address of [register, file]) {
        const { status } = await as(who).get(address)
        expect([who, status === 404 || status === 303]).toEqual([who, true])
        expect(
          await behindTheWalls(who, undefined, (trx) =>
            trx.selectFrom('register_entry').select('at').execute(),
          ),
        ).toEqual([])
      }
    for (const attempt of [
      () => behindTheWalls('maja', undefined, (trx) => trx.deleteFrom('register_entry').execute()),
      () =>
        behindTheWalls('maja', undefined, (trx) =>
          trx.updateTable('register_entry').set({ legal_ground: 'x' }).execute(),
        ),
    ])
      await expect(attempt()).rejects.toThrow('permission denied')
  })

  it('nothing in the file is a formula', () => {
    expect(csvOf([['=1+1', '-2', '@a', 'Å;"ä"']])).toBe('\uFEFF"\'=1+1";"\'-2";"\'@a";"Å;""ä"""\r\n')
  })
})
