import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, protectLisa, tellFamily } from '#test/arrange.ts'
import { itemId, onRule, sends, there } from '#test/links.ts'
import { waitingTasks } from '#test/tasks.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  lisa,
  type Person,
  setClock,
  unknownChild,
  world,
} from '#test/world.ts'

const whoSees = paths.sharing.whoSees.to({ childId: lisa })
const back = paths.sharing.takeLinkBack.to({ childId: lisa, itemId })
const end = paths.wheel.endLink.to({ childId: lisa, itemId })
const coach = 'Tränaren (Kalle Boll)'
const button = 'Ta tillbaka ert ja'

const textOf = async (who: Person | 'nobody', path: string) => (await as(who).get(path)).text()
const partOf = async (who: Person, part: 'delas' | 'har-last-forut') =>
  (new RegExp(`<section id="${part}".*?</section>`, 's').exec(await textOf(who, whoSees))?.[0] ?? '').replace(
    /<[^>]+>/g,
    ' ',
  )
const lives = async (link: string) => (await as('nobody').get(link)).status === 200

beforeEach(async () => {
  await world()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara', 'jonas', 'lisaSelf')
})

describe('Lisa’s coach has been given a link', () => {
  it('her family reads who he is, what the question says of her, why, since when and until when', async () => {
    await sends()
    const now = await partOf('sara', 'delas')
    for (const words of [
      coach,
      'En enda fråga med namnet Lisa, och inget mer om Lisa',
      'Furuskolan',
      'Ni har sagt ja.',
      '24 november',
      '1 december 2026',
      button,
    ])
      expect(now).toContain(words)
    expect(await textOf('sara', whoSees)).not.toMatch(
      /i laget|Inget annat får läsa|träffas varje vecka|svara\//,
    )
    expect(await partOf('sara', 'har-last-forut')).toBe('')
  })

  it('without her name, on a rule: nobody has said a yes that could be taken back', async () => {
    await sends({ ...onRule, named: '' })
    const now = await partOf('jonas', 'delas')
    expect(now).toContain('En enda fråga utan namn, och inget mer om Lisa')
    expect(now).toContain('Det skadar ingen att de vet.')
    expect(now).not.toContain(button)
    expect((await as('jonas').post(back)).status).toBe(404)
    expect(await textOf('jonas', whoSees)).toContain(coach)
  })

  it('Lisa reads of it herself, and Maja as it is for the family; neither takes back what the parents said', async () => {
    const link = await sends()
    expect(await partOf('lisaSelf', 'delas')).toContain('En enda fråga med namnet Lisa, och inget mer om dig')
    expect(await partOf('maja', 'delas')).toContain(coach)
    for (const who of ['lisaSelf', 'maja'] as const) {
      expect(await textOf(who, whoSees)).not.toContain('Ta tillbaka')
      expect((await as(who).post(back)).status).toBe(404)
    }
    expect(await lives(link)).toBe(true)
  })

  it.each([
    ['it is answered', (link: string) => as('nobody').post(link, { working: 'Hon skrattar.' })],
    ['its day is over', async () => setClock(new Date('2026-12-02T10:00:00Z'))],
    ['Maja takes it back', () => as('maja').post(end)],
  ])('has ended when %s, and it is said', async (_, happens) => {
    await happens(await sends())
    expect(await partOf('sara', 'delas')).not.toContain(coach)
    const before = (await partOf('sara', 'har-last-forut')).replace(/\s+/g, ' ')
    expect(before).toContain(`${coach} fick en fråga den 24 november. Länken har slutat gälla.`)
    expect(await textOf('sara', whoSees)).not.toContain('skrattar')
  })

  it('is not there for whoever must not know of the school, of the question, or at all', async () => {
    await sends()
    for (const thing of [id('furuskolan'), itemId]) {
      await bar('jonas', thing)
      expect(await textOf('jonas', whoSees)).not.toContain('Kalle')
      expect((await as('jonas').post(back)).status).toBe(404)
      // Nor for Lisa, whose sign-in he may hold.
      expect(await textOf('lisaSelf', whoSees)).not.toContain('Kalle')
      expect(await textOf('sara', whoSees)).toContain(coach)
      await admin.deleteFrom('bar_reason').execute()
      await admin.deleteFrom('bar').execute()
    }
    await as('sara').post(back)
    await bar('jonas', itemId)
    expect(await textOf('jonas', whoSees)).not.toContain('Kalle')
  })

  it('says not who it was for, where it could tell where Lisa is', async () => {
    await sends()
    await protectLisa()
    expect(await textOf('sara', whoSees)).not.toContain('Kalle')
  })
})

describe('the yes to the link is taken back', () => {
  it('by Jonas: from then on it opens nothing, the question stays, and Maja gets to know', async () => {
    const link = await sends()
    expect((await as('jonas').post(back)).headers.get('location')).toBe(whoSees)
    const never = await as('nobody').get(paths.answerLink.answer.to({ code: 'ingen-har-den-har' }))
    const opened = await as('nobody').get(link)
    expect([opened.status, await opened.text()]).toEqual([404, await never.text()])
    expect((await as('nobody').post(link, { working: 'Hej' })).status).toBe(404)
    expect(await partOf('sara', 'har-last-forut')).toContain(coach)
    expect(await waitingTasks()).toEqual([
      { kind: 'question_answered', engagement_id: engagementOf('maja'), about_id: itemId },
    ])
    const page = await textOf('maja', there)
    expect(page).toContain('Familjen har tagit tillbaka sitt ja. Inget svar kom med den.')
    expect(page).toContain('Hur har hon det &lt;i laget&gt;?')
    expect(page).not.toContain('Jonas')
    expect((await as('maja').post(paths.wheel.answerRead.to({ childId: lisa, itemId }))).status).toBe(303)
    expect(await waitingTasks()).toEqual([])
  })

  it('twice is once', async () => {
    await sends()
    for (let time = 0; time < 2; time++) expect((await as('sara').post(back)).status).toBe(303)
    expect(await waitingTasks()).toHaveLength(1)
    expect((await auditRows()).slice(-2)).toEqual([
      ['sara', 'consent.take-link-back', 'done', lisa],
      ['sara', 'consent.take-link-back', 'done', lisa],
    ])
  })

  it('by telephone: whoever works with Lisa says so, and it stands there', async () => {
    const link = await sends()
    expect(await textOf('petra', there)).toContain('Familjen tar tillbaka sitt ja')
    expect((await as('petra').post(end, { yes: 'withdrawn' })).status).toBe(303)
    expect(await lives(link)).toBe(false)
    expect(await textOf('maja', there)).toContain('Familjen har tagit tillbaka sitt ja.')
  })

  it('never where it rests on a rule: then Maja takes the link back of her own will', async () => {
    await sends(onRule)
    expect(await textOf('maja', there)).not.toContain('Familjen tar tillbaka')
    await as('maja').post(end, { yes: 'withdrawn' })
    expect(await textOf('maja', there)).toContain('Länken gäller inte längre')
    expect(await textOf('maja', there)).not.toContain('tagit tillbaka sitt ja')
  })

  it('by nobody else', async () => {
    const link = await sends()
    const missing = await textOf('eva', '/ingenting')
    for (const who of ['eva', 'ali', 'karin'] as const)
      for (const childId of [lisa, unknownChild]) {
        const answer = await as(who).post(paths.sharing.takeLinkBack.to({ childId, itemId }))
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      }
    const other = paths.sharing.takeLinkBack.to({ childId: lisa, itemId: id('another') })
    expect((await as('sara').post(other)).status).toBe(404)
    expect(await lives(link)).toBe(true)
  })
})
