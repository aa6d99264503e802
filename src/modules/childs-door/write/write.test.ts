import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { closes, isAway } from '#test/absences.ts'
import { matterSince, openMatter, tellFamily } from '#test/arrange.ts'
import { appointed } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  behindTheWalls,
  id,
  inHours,
  lisa,
  setClock,
  world,
} from '#test/world.ts'

const address = paths.childsDoor.write.to({ childId: lisa })
const submission = id('lisas words')
const message = paths.childsDoor.message.to({ childId: lisa, messageId: submission })
const words = { submission, words: 'Jag vill inte byta klass.', answer: 'alone' }
const hangs = (page: string) => page.includes('Läs det som barnet har skrivit')
const list = async (who: 'maja' | 'stig' | 'petra') => (await as(who).get(paths.tasks.to({}))).text()

describe('Lisa writes to Maja', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('lisaSelf', 'sara')
  })

  it('reads who reads it, and when; sends it, and is told that it came', async () => {
    const form = await (await as('lisaSelf').get(address)).text()
    for (const text of ['Maja Lindgren, rektor på Furuskolan, läser', 'onsdag 25 november', '116 111', '112'])
      expect(form).toContain(text)
    const sent = await as('lisaSelf').post(address, words)
    expect(sent.headers.get('location')).toBe(`${paths.childsDoor.home.to({ childId: lisa })}?skickat`)
    const home = await (await as('lisaSelf').get(sent.headers.get('location') ?? '')).text()
    expect(home).toContain('Tack för att du skrev!')
    expect(home).not.toContain(words.words)
    expect((await auditRows())[1]).toEqual(['lisaSelf', 'childs-door.write', 'done', lisa])
  })

  it('Maja reads it in her list, and how Lisa wants her answer; then it waits no more', async () => {
    await as('lisaSelf').post(address, words)
    expect(hangs(await list('maja'))).toBe(true)
    const page = await (await as('maja').get(message)).text()
    for (const text of [words.words, 'Prata med mig när ingen annan hör']) expect(page).toContain(text)
    expect((await as('maja').post(message)).status).toBe(303)
    expect(hangs(await list('maja'))).toBe(false)
  })

  it('nobody else reads it: no parent, no colleague, and not whoever holds Lisa’s eID', async () => {
    await as('lisaSelf').post(address, words)
    for (const who of ['sara', 'jonas', 'lisaSelf', 'petra', 'stig', 'sofia'] as const) {
      expect([who, (await as(who).get(message)).status]).toEqual([who, 404])
      const seen = await behindTheWalls(who, lisa, (trx) =>
        trx.selectFrom('child_message').select('id').execute(),
      )
      expect([who, seen]).toEqual([who, []])
    }
  })

  it('lies sealed', async () => {
    await as('lisaSelf').post(address, words)
    const row = await admin.selectFrom('child_message').select('body').executeTakeFirstOrThrow()
    expect(row.body.includes('klass')).toBe(false)
  })

  it('unread after one working day it comes to Stig, who stands in; read, it never does', async () => {
    await as('lisaSelf').post(address, words)
    setClock(inHours(24))
    expect(hangs(await list('stig'))).toBe(false)
    setClock(inHours(48))
    expect(hangs(await list('stig'))).toBe(true)
    expect(await (await as('stig').get(message)).text()).toContain(words.words)
    await as('stig').post(message)
    expect(hangs(await list('maja'))).toBe(false)
  })

  it('when Maja is away it is Stig’s from the first moment, and Lisa reads so', async () => {
    await isAway('maja', '2026-11-24', '2026-11-30')
    expect(await (await as('lisaSelf').get(address)).text()).toContain('Skriv till Stig')
    await as('lisaSelf').post(address, words)
    expect(hangs(await list('stig'))).toBe(true)
    expect(await (await as('stig').get(message)).text()).toContain(words.words)
  })

  it('before Christmas it says the day when they are back, and waits for Stig the day after that', async () => {
    setClock(new Date('2026-12-23T11:00:00Z'))
    expect(await (await as('lisaSelf').get(address)).text()).toContain('Maja läser senast måndag 28 december')
    await as('lisaSelf').post(address, words)
    setClock(new Date('2026-12-28T16:00:00Z'))
    expect(hangs(await list('stig'))).toBe(false)
    setClock(new Date('2026-12-29T06:00:00Z'))
    expect(hangs(await list('stig'))).toBe(true)
  })

  it('in the holidays, when the school is closed, it is the huvudman’s function that reads it', async () => {
    await appointed('petra', 'fallback_lead')
    expect((await closes('maja', '2026-11-24', '2026-11-30')).status).toBe(303)
    expect(await (await as('lisaSelf').get(address)).text()).toContain('Skriv till Petra')
    await as('lisaSelf').post(address, words)
    expect(hangs(await list('petra'))).toBe(true)
    expect(await (await as('petra').get(message)).text()).toContain(words.words)
  })

  it('sent twice, it is one; without words it comes back with what was chosen', async () => {
    for (let time = 0; time < 2; time++) expect((await as('lisaSelf').post(address, words)).status).toBe(303)
    expect(await admin.selectFrom('child_message').select('id').execute()).toHaveLength(1)
    expect(
      await admin.selectFrom('task').select('id').where('kind', '=', 'read_message').execute(),
    ).toHaveLength(1)
    const empty = await as('lisaSelf').post(address, { answer: 'none' })
    expect([empty.status, (await empty.text()).includes('Skriv några ord först')]).toEqual([422, true])
  })

  it('nobody writes in her place', async () => {
    for (const who of ['sara', 'maja', 'petra', 'eva'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, words)])
        expect([who, answer.status]).toEqual([who, 404])
  })
})

describe('where nobody is BBA', () => {
  it('there is nobody to write to, and it says so as what does not exist', async () => {
    await world()
    expect((await as('lisaSelf').get(address)).status).toBe(404)
    await matterSince(inHours(-24))
    await assign('maja', lisa, 'work')
    expect((await as('lisaSelf').get(address)).status).toBe(404)
  })
})
