import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { actions, lisaWithPlan } from '#test/arrange-plan.ts'
import { handOver } from '#test/beside.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  engagementOf,
  id,
  inHours,
  lisa,
  nils,
  noon,
  routes,
  setClock,
  world,
} from '#test/world.ts'

const address = paths.childsDoor.handOver.to({ childId: lisa })
const home = paths.childsDoor.home.to({ childId: lisa })
const reading = paths.plan.childsReading.to({ childId: lisa })
const writing = paths.childsDoor.write.to({ childId: lisa })
const wheel = paths.wheel.own.to({ childId: lisa })
const wentWell = paths.bright.note.to({ childId: lisa })
const inMinutes = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

describe('an adult hands the device to Lisa', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('Maja opens it; Lisa reads her plan, and the log names both', async () => {
    expect(await (await as('maja').get(address)).text()).toContain('Lämna över till Lisa')
    const { answer, beside } = await handOver('maja')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, home])
    const first = await (await beside.get(home)).text()
    for (const text of ['<title>Min sida</title>', 'Hej Lisa!', 'Läs min plan', 'Lämna sidan snabbt', 'Klar'])
      expect(first).toContain(text)
    expect(await (await beside.get(reading)).text()).toContain('Petra läser med dig.')
    const rows = await admin
      .selectFrom('audit_event')
      .select(['act', 'actor_id', 'engagement_id'])
      .where('act', 'in', ['childs-door.hand-over', 'plan.childs-reading'])
      .orderBy('act')
      .execute()
    expect(rows).toEqual([
      { act: 'childs-door.hand-over', actor_id: id('maja'), engagement_id: engagementOf('maja') },
      { act: 'plan.childs-reading', actor_id: id('lisaSelf'), engagement_id: engagementOf('maja') },
    ])
  })

  it('Maja’s own session is over: whoever goes back on the device finds nothing of hers', async () => {
    await handOver('maja')
    const answer = await as('maja').get(paths.tasks.to({}))
    expect(answer.headers.get('location')).toMatch(/^\/logga-in/)
  })

  it('every other address there is leads to Lisa’s page, whatever is sent to it', async () => {
    const { beside } = await handOver('maja')
    const stays = new Set(['GET /jag-ar-kvar', 'POST /logga-ut', 'POST /mina-inloggningar'])
    // Of a child no draft is kept.
    const asked = routes.filter(
      ({ audience, pattern }) => audience !== 'public' && !pattern.startsWith('/utkast'),
    )
    // These open for what is hers, and this is not.
    const readers = paths.wheel.readers.to({ childId: lisa, itemId: id('something') })
    const ownWords = paths.meeting.ownWords.to({ childId: lisa, meetingId: id('something') })
    const takeBack = paths.bright.takeBack.to({ childId: lisa })
    const asks = paths.participation.answer.to({ childId: lisa, occasionId: id('something') })
    const other: string[] = []
    for (const { method, pattern, audience } of asked)
      for (const child of [lisa, nils]) {
        const path = pattern.replace(':childId', child).replace(/:\w+/g, id('something'))
        if (
          [home, reading, writing, wheel, readers, asks, wentWell, takeBack, ownWords].includes(path) ||
          stays.has(`${method} ${path}`) ||
          audience === 'directory'
        )
          continue
        const { status, headers } = method === 'GET' ? await beside.get(path) : await beside.post(path)
        if (status !== 303 || headers.get('location') !== home) other.push(`${method} ${pattern} ${status}`)
      }
    expect(other).toEqual([])
    for (const path of [readers, asks, ownWords]) expect((await beside.get(path)).status).toBe(404)
    expect((await beside.get(`/barn/${lisa}/ingenting`)).headers.get('location')).toBe(home)
  })

  it('she notes what went well, with Maja beside her, and it is there for all who read the plan', async () => {
    const { beside } = await handOver('maja')
    expect(await (await beside.get(reading)).text()).toContain(`href="${wentWell}"`)
    const noted = await beside.post(wentWell, { submission: id('went well'), words: 'Jag hoppade högt!' })
    expect(noted.headers.get('location')).toBe(wentWell)
    expect(await (await beside.get(home)).text()).toContain('Jag hoppade högt!')
    expect(await (await as('sara').get(paths.plan.show.to({ childId: lisa }))).text()).toContain(
      'Jag hoppade högt!',
    )
  })

  it('she says with one press whether something helps', async () => {
    const { beside } = await handOver('maja')
    expect((await beside.post(reading, { part: actions.pictures, hjalper: 'little' })).status).toBe(303)
    const answers = await admin
      .selectFrom('follow_up_part')
      .select(['voice', 'helped', 'person_id'])
      .execute()
    expect(answers).toEqual([{ voice: 'child', helped: 'a_little', person_id: id('lisaSelf') }])
  })

  it('what Jonas must not know is there for her beside Maja, and not with her eID, which he may hold', async () => {
    await bar('jonas', actions.reading)
    expect(await (await as('lisaSelf').get(reading)).text()).not.toContain('Petra läser')
    const { beside } = await handOver('maja')
    expect(await (await beside.get(reading)).text()).toContain('Petra läser')
  })

  it('what she herself must not know is not there', async () => {
    await bar('lisaSelf', actions.reading)
    const { beside } = await handOver('maja')
    expect(await (await beside.get(reading)).text()).not.toContain('Petra läser')
  })

  it('ends by itself after ten minutes without a press, and after an hour', async () => {
    const { beside } = await handOver('maja')
    setClock(inMinutes(9))
    expect((await beside.get(home)).status).toBe(200)
    setClock(inMinutes(20))
    expect((await beside.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
    await world()
    await lisaWithPlan()
    const again = (await handOver('maja')).beside
    for (let minutes = 8; minutes < 60; minutes += 8) {
      setClock(inMinutes(minutes))
      expect((await again.get(home)).status).toBe(200)
    }
    setClock(inMinutes(61))
    expect((await again.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
  })

  it('ends when they are done, and with Maja’s employment', async () => {
    const { beside } = await handOver('maja')
    expect((await beside.post(paths.signOut.to({}))).headers.get('clear-site-data')).toContain('storage')
    expect((await beside.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
    await world()
    await lisaWithPlan()
    const again = (await handOver('maja')).beside
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-23' })
      .where('id', '=', engagementOf('maja'))
      .execute()
    expect((await again.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
  })

  it('the family reads afterwards that Lisa read together with an adult of the school', async () => {
    const { beside } = await handOver('maja')
    await beside.get(home)
    await beside.get(reading)
    setClock(inHours(24))
    const page = await (await as('sara').get(paths.readerLog.show.to({ childId: lisa }))).text()
    expect(page.replace(/<[^>]+>/g, '')).toContain(
      'En rektor på Furuskolan läste tillsammans med Lisa, för att prata om hur det går.',
    )
  })

  it('whoever works with her, or takes part in the whole, may; nobody else, and no guardian', async () => {
    await assign('petra', lisa, 'work')
    for (const who of ['petra', 'ali'] as const)
      expect([who, (await as(who).get(address)).status]).toEqual([who, 200])
    for (const who of ['sofia', 'ingrid', 'eva', 'sara', 'jonas', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address)])
        expect([who, answer.status]).toEqual([who, 404])
    expect(
      await admin.selectFrom('session').select('id').where('handed_by', 'is not', null).execute(),
    ).toEqual([])
  })
})

describe('a child', () => {
  beforeEach(() => world())

  it('who has not been told what this is does not get the device, and Maja stays signed in', async () => {
    await openMatter()
    expect(await (await as('maja').get(address)).text()).toContain('behöver först få veta vad det här är')
    expect((await as('maja').post(address)).status).toBe(409)
    expect((await as('maja').get(paths.tasks.to({}))).status).toBe(200)
    expect((await auditRows()).at(1)).toEqual(['maja', 'childs-door.hand-over', 'conflict', lisa])
  })

  it('without an eID of its own is a person from then on', async () => {
    await openMatter()
    await tellFamily('lisaSelf')
    await admin.updateTable('child').set({ person_id: null }).where('id', '=', lisa).execute()
    const { beside } = await handOver('maja')
    expect(await (await beside.get(home)).text()).toContain('Hej Lisa!')
  })
})
