import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, lisasBox, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import { admin, as, id, inHours, lisa, noon, type Person, setClock, world } from '#test/world.ts'

// Other texts than those of the plan: a voice in the wheel, and what was written at a meeting.

const at = { childId: lisa }
const itemId = id('what petra saw')
const statement = paths.wheel.changeStatement.to({ ...at, itemId })
const wrong = 'Så var det inte den dagen.'
const formOf = (thingId: string) => paths.objection.say.to({ ...at, thingId })
const read = async (who: Person, path: string) => (await as(who).get(path)).text()
const status = async (who: Person, path: string) => (await as(who).get(path)).status
const tasks = () =>
  admin.selectFrom('task').select('engagement_id').where('kind', '=', 'answer_objection').execute()

async function say(who: Person, thingId: string, more: Record<string, string> = {}) {
  const seen = /name="seen" value="(\d+)"/.exec(await read(who, formOf(thingId)))?.[1] ?? ''
  return as(who).post(formOf(thingId), { submission: id(`says ${who}`), words: wrong, seen, ...more })
}

/** Maja shows the first version to a unit or a person. */
const show = (to: { to_unit_id: string } | { to_person_id: string }, version = 1) =>
  admin
    .insertInto('access_grant')
    .values({
      child_id: lisa,
      id: id(`grant ${Object.values(to)} ${version}`),
      kind: 'item_version',
      item_id: itemId,
      item_version: version,
      from_secrecy_unit_id: id('wall furuskolan'),
      legal_ground: 'ej_men',
      decided_by: id('maja'),
      decided_at: inHours(1),
      valid_to: inHours(2000),
      ...to,
    })
    .execute()

describe('a voice in the wheel that Sara and Jonas are shown', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await as('maja').post(paths.wheel.start.to(at), { areas: ['home'] })
    await as('petra').post(paths.wheel.addStatement.to(at), {
      submission: itemId,
      voice: 'me',
      area: 'home',
      challenging: 'Lisa var trött.',
    })
    for (const who of ['sara', 'jonas'] as const) await show({ to_person_id: id(who) })
    setClock(inHours(2))
  })

  it('goes along with the text to whoever is shown it, and stays with that version', async () => {
    expect(await read('sara', statement)).toContain(`href="${formOf(itemId)}"`)
    expect((await say('sara', itemId)).headers.get('location')).toBe(statement)
    await joined('ali', 'familjestod')
    await show({ to_unit_id: id('familjestod') })
    setClock(inHours(3))
    for (const who of ['sara', 'maja', 'petra', 'ali'] as const)
      expect(await read(who, statement)).toContain(wrong)
    expect(await read('jonas', statement)).not.toContain(wrong)
    const wheel = paths.wheel.show.to(at)
    expect(await read('maja', wheel)).toContain('Någon i familjen håller inte med')
    expect(await read('jonas', wheel)).not.toContain('håller inte med')
    expect((await tasks()).map(({ engagement_id }) => engagement_id)).toEqual([id('maja at furuskolan')])
  })

  it('does not go to a unit that is shown another version', async () => {
    await say('sara', itemId)
    setClock(inHours(3))
    const changed = await as('petra').post(statement, { version: '1', challenging: 'Lisa var pigg.' })
    expect(changed.status).toBe(303)
    await joined('ali', 'familjestod')
    await show({ to_unit_id: id('familjestod') }, 2)
    setClock(inHours(4))
    const forAli = await read('ali', statement)
    expect([forAli.includes('Lisa var pigg.'), forAli.includes(wrong)]).toEqual([true, false])
    expect(await read('maja', statement)).toContain(wrong)
  })

  it('is still Sara’s with its answer when she is no longer shown the text, and nobody else’s', async () => {
    await say('sara', itemId, { open: 'ja' })
    const wheel = paths.wheel.show.to(at)
    expect(await read('sara', wheel)).not.toContain('Det du inte har hållit med om')
    setClock(inHours(3))
    const answer = paths.objection.answer.to({ ...at, objectionId: id('says sara') })
    await as('maja').post(answer, { outcome: 'stands', why: 'Petra skrev det samma dag.' })
    await admin
      .updateTable('access_grant')
      .set({ ended_at: inHours(4), ended_by: id('maja') })
      .where('item_id', '=', itemId)
      .execute()
    setClock(inHours(5))
    expect([await status('sara', statement), await status('sara', formOf(itemId))]).toEqual([404, 404])
    const page = await read('sara', wheel)
    for (const words of ['Det du inte har hållit med om', wrong, 'Texten står kvar', 'Petra skrev det samma'])
      expect(page).toContain(words)
    expect(page).not.toContain('Lisa var trött')
    for (const who of ['jonas', 'lisaSelf', 'maja'] as const)
      expect(await read(who, wheel)).not.toContain('Det du inte har hållit med om')
    await bar('sara', itemId)
    expect(await read('sara', wheel)).not.toContain(wrong)
  })

  it('one who is not shown the text says nothing of it, nor of what one has written oneself', async () => {
    for (const who of ['lisaSelf', 'eva'] as const) expect(await status(who, formOf(itemId))).toBe(404)
    await bar('jonas', itemId)
    expect([await status('jonas', formOf(itemId)), (await say('jonas', itemId)).status]).toEqual([404, 404])
    const own = id('saras own words')
    await as('sara').post(paths.wheel.addStatement.to(at), {
      submission: own,
      area: 'home',
      working: 'Vi läser.',
    })
    const page = await read('sara', paths.wheel.changeStatement.to({ ...at, itemId: own }))
    expect([page.includes('Vi läser.'), page.includes('Det här stämmer inte')]).toEqual([true, false])
    expect(await status('sara', formOf(own))).toBe(404)
    expect(await tasks()).toEqual([])
  })
})

describe('what was written at a meeting', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await callMeeting()
    const place = { table: 'meeting_note', column: 'body', row: meetingId, version: 1 }
    const body = { working: 'Lisa läser gärna.', actions: [{ what: 'Lugn start' }] }
    await admin
      .insertInto('meeting_note')
      .values({
        child_id: lisa,
        meeting_id: meetingId,
        version: 1,
        body: (await lisasBox()).seal(place, body),
        written_by: id('maja'),
        written_at: noon,
      })
      .execute()
    await admin.updateTable('meeting').set({ state: 'held' }).where('id', '=', meetingId).execute()
  })

  it('Jonas says so there, and Maja answers where it stands', async () => {
    const form = await read('jonas', formOf(meetingId))
    for (const words of ['Lisa läser gärna.', 'Lugn start']) expect(form).toContain(words)
    expect((await say('jonas', meetingId)).headers.get('location')).toBe(meetingAddress('show'))
    expect(await read('jonas', meetingAddress('show'))).toContain(wrong)
    const forMaja = await read('maja', meetingAddress('show'))
    const answer = paths.objection.answer.to({ ...at, objectionId: id('says jonas') })
    expect([forMaja.includes(wrong), forMaja.includes(`href="${answer}"`)]).toEqual([true, true])
    expect(await read('maja', answer)).toContain(`href="${meetingAddress('hold')}"`)
    expect(await read('sara', meetingAddress('show'))).not.toContain(wrong)
  })
})
