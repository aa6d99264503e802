import { beforeEach, describe, expect, it, vi } from 'vitest'
import { runSchoolCheck, schoolsAt } from '#modules/interop'
import { paths } from '#shared/paths.ts'
import { openMatter, protectLisa } from '#test/arrange.ts'
import { registerHere } from '#test/register-here.ts'
import { giveLisaANumber } from '#test/reviewers.ts'
import { answers, at, minutes, pupil, units } from '#test/school-register.ts'
import { admin, as, auditRows, deps, id, inHours, lisa, nils, world } from '#test/world.ts'
import { type Lie, send } from '#tools/fake-register.ts'

// From Skatteverket's public list of numbers for tests.
const stranger = '189001039800'

const register = await registerHere()
/** Nobody who answers is left: the machine may be busy. */
const port = (milliseconds = 10_000) =>
  schoolsAt({ name: 'alvesta', units, tells: [], ...register.settings }, { milliseconds, bytes: 50_000 })
const run = (milliseconds?: number) => runSchoolCheck(deps, port(milliseconds))
const tells = (...data: unknown[]) => register.lies(answers(data))

const places = async () =>
  (
    await admin
      .selectFrom('child_placement')
      .select(['unit_id', 'valid_from', 'valid_to'])
      .where('child_id', '=', lisa)
      .orderBy('valid_from')
      .execute()
  ).map((row) => [
    (['furuskolan', 'mottagning', 'lillaskolan'] as const).find((unit) => id(unit) === row.unit_id),
    row.valid_from,
    row.valid_to,
  ])
const says = () => admin.selectFrom('register_says').selectAll().orderBy('fact').execute()
const facts = async () => (await says()).map(({ fact }) => fact)
const knows = async (who: 'petra' | 'maja') =>
  (await as(who).get(paths.child.to({ childId: lisa }))).status === 200
const asBefore = [['furuskolan', '2024-08-15', null]]

beforeEach(async () => {
  await world()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await giveLisaANumber()
  await openMatter()
})
const answerTo = async (answer: 'yes' | 'no' | 'read', note = '') => {
  const [one] = await says()
  return as('maja').post(paths.registerSays.to({ childId: lisa, saysId: one?.id ?? '' }), { answer, note })
}

describe('what a school says of where a child goes', () => {
  it('a place that has ended narrows at once: who knew her only by the school sees nothing more, and Maja is told', async () => {
    expect(await knows('petra')).toBe(true)
    tells(pupil([at('furuskolan', { endDate: '2026-11-20' })]))
    expect(await run()).toBe(1)
    expect([await knows('petra'), await knows('maja')]).toEqual([false, true])
    expect(await places()).toEqual([['furuskolan', '2024-08-15', '2026-11-24']])
    expect(await (await as('maja').get(paths.tasks.to({}))).text()).toContain('Läs vad')
    const [one] = await says()
    const page = await as('maja').get(paths.registerSays.to({ childId: lisa, saysId: one?.id ?? '' }))
    expect(await page.text()).toContain('Barnet går inte längre på Furuskolan.')
    expect((await answerTo('read')).status).toBe(303)
    expect((await auditRows()).filter(([, act]) => act === 'job.school-take')).toHaveLength(1)
  })

  it('a new school waits for a yes; then it stands there from its day, and the old one to its last', async () => {
    tells(pupil([at('furuskolan', { endDate: '2027-06-10' }), at('mottagning', { startDate: '2027-08-16' })]))
    expect(await run()).toBe(2)
    expect(await places()).toEqual([['furuskolan', '2024-08-15', '2027-06-10']])
    expect(await knows('petra')).toBe(true)
    expect(await facts()).toEqual(['new_school'])
    expect((await answerTo('read')).status).toBe(422)
    expect((await answerTo('yes')).status).toBe(303)
    expect(await places()).toEqual([
      ['furuskolan', '2024-08-15', '2027-06-10'],
      ['mottagning', '2027-08-16', null],
    ])
    // A place opens nothing by itself.
    expect((await as('rut').get(paths.child.to({ childId: lisa }))).status).toBe(404)
  })

  it('a new school that Maja says no to is not asked about again', async () => {
    tells(pupil([at('furuskolan'), at('mottagning')]))
    await run()
    expect((await answerTo('no')).status).toBe(422)
    expect((await answerTo('no', 'Hon har ångrat sig')).status).toBe(303)
    tells(pupil([at('furuskolan'), at('mottagning')], minutes(1)))
    expect([await run(), await places()]).toEqual([0, asBefore])
  })

  it('only Maja answers, and only about her own child', async () => {
    tells(pupil([at('furuskolan'), at('mottagning')]))
    await run()
    const [one] = await says()
    for (const [who, childId] of [
      ['petra', lisa],
      ['eva', lisa],
      ['rut', lisa],
      ['sara', lisa],
      ['maja', nils],
    ] as const) {
      const to = paths.registerSays.to({ childId, saysId: one?.id ?? '' })
      expect([who, (await as(who).post(to, { answer: 'yes' })).status]).toEqual([who, 404])
    }
    expect(await places()).toEqual(asBefore)
  })

  it('a child with nothing open just has the place noted: there is nothing there to see', async () => {
    await world()
    await giveLisaANumber()
    tells(pupil([at('mottagning', { startDate: '2026-11-24' })]))
    expect(await run()).toBe(2)
    expect(await places()).toEqual([
      ['furuskolan', '2024-08-15', '2026-11-24'],
      ['mottagning', '2026-11-24', null],
    ])
  })

  it('a child whose identity is protected is not told of at all', async () => {
    await protectLisa()
    tells(pupil([]))
    expect([await run(), await places(), await facts()]).toEqual([0, asBefore, []])
    expect((await auditRows()).filter(([, act]) => act === 'job.school-take')).toEqual([])
  })
})

const isEndless = (how: string) => how === 'never answers' || how === 'answers drop by drop'
const good = pupil([])
const page: Record<string, Lie> = {
  'hangs up': (_, response) => void response.destroy(),
  'never answers': () => {},
  'answers drop by drop': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"data":')
  },
  'is broken': (_, response) => void response.writeHead(500).end('{"data":[],"pageToken":null}'),
  'knows us not': (_, response) => void response.writeHead(401).end(),
  'has too many who ask': (_, response) => void response.writeHead(429, { 'retry-after': '60' }).end(),
  'sends us elsewhere': (_, response) =>
    void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  'answers with a page': (_, response) => send(response, '<h1>Sommarlov</h1>', 'text/html'),
  'writes in another encoding': (_, response) =>
    send(response, Buffer.from(JSON.stringify({ data: [good], namn: 'Åsa' }), 'latin1')),
  'is cut off in the middle': (_, response) => send(response, JSON.stringify({ data: [good] }).slice(0, -20)),
  'is a giant': (_, response) => send(response, `{"data":[],"x":"${'x'.repeat(60_000)}"}`),
  'answers with nothing': (_, response) => send(response, ''),
  'answers with something else': (_, response) => send(response, []),
  'has a number that is none': answers([pupil([], undefined, { civicNo: { value: '201701012394' } })]),
  'has a pupil without a number': answers([pupil([], undefined, { civicNo: null })]),
  'leaves out where the pupil goes': answers([pupil(undefined)]),
  'says null of where the pupil goes': answers([pupil(null)]),
  'has a school without an id': answers([pupil([at('furuskolan', { enroledAt: {} })])]),
  'has a day that is none': answers([pupil([at('furuskolan', { endDate: '2026-02-31' })])]),
  'has a day in another way of writing': answers([pupil([at('furuskolan', { endDate: '20/11/2026' })])]),
  'has no moment': answers([pupil([], undefined, { meta: {} })]),
  'comes from the future': answers([pupil([], inHours(1).toISOString())]),
  'marks in a way of its own': answers([pupil([], undefined, { securityMarking: 'Hemlig' })]),
  'marks the pupil': answers([pupil([], undefined, { securityMarking: 'Sekretessmarkering' })]),
  'has a hundred schools': answers([pupil(Array.from({ length: 100 }, () => at('mottagning')))]),
  'tells of somebody who is not known here': answers([
    pupil([at('mottagning')], undefined, { civicNo: { value: stranger } }),
  ]),
  'tells of another organisation’s school': answers([pupil([at('furuskolan'), at('lillaskolan')])]),
  'tells of a school that nobody knows': answers([
    pupil([at('furuskolan'), at('mottagning', { enroledAt: { id: id('no school') } })]),
  ]),
  'names a school as a part of an object': answers([
    pupil([at('furuskolan'), at('mottagning', { enroledAt: { id: '__proto__' } })]),
  ]),
  'has a place that was cancelled': answers([
    pupil([at('furuskolan'), at('mottagning', { cancelled: true })]),
  ]),
  'has a place that ends before it begins': answers([
    pupil([at('furuskolan'), at('mottagning', { startDate: '2027-01-01', endDate: '2026-12-01' })]),
  ]),
}

describe('a school register that is not what it should be', () => {
  it.each(Object.entries(page))('%s: nobody loses or gets anything', async (how, lie) => {
    register.lies(lie)
    expect(await run(isEndless(how) ? 300 : undefined)).toBe(0)
    expect([await places(), await facts(), await knows('petra')]).toEqual([asBefore, [], true])
    expect(await admin.selectFrom('child').select('id').execute()).toHaveLength(2)
  })

  it('says nothing of what it was told in the line to the operator', async () => {
    register.lies(page['has a number that is none'])
    await run()
    expect(vi.mocked(console.error).mock.calls).toEqual([['school register', 'alvesta', 'wrong-form']])
  })

  it('never ends: it is left', async () => {
    register.lies(answers([pupil([at('furuskolan')])], 'again'))
    expect(await run()).toBe(0)
    expect(register.asked).toHaveLength(2)
    expect(vi.mocked(console.error)).toHaveBeenCalledWith('school register', 'alvesta', 'never-ends')
  })

  it('goes backwards: what came before holds, and the rest is asked for again', async () => {
    const other = { civicNo: { value: stranger } }
    tells(pupil([at('furuskolan')], minutes(2), other), pupil([], minutes(1)))
    expect([await run(), await places()]).toEqual([0, asBefore])
    tells(pupil([], minutes(3)))
    expect(await run()).toBe(1)
  })

  it('is late, or tells the same again: what is older than what we have changes nothing', async () => {
    tells(pupil([at('furuskolan')], minutes(2)))
    await run()
    await admin.deleteFrom('register_feed').execute()
    tells(pupil([], minutes(1)), pupil([], minutes(2)))
    expect([await run(), await places()]).toEqual([0, asBefore])
  })

  it('contradicts itself about the last day: the narrowest holds', async () => {
    tells(pupil([at('furuskolan'), at('furuskolan', { endDate: '2026-12-18' })]))
    await run()
    expect(await places()).toEqual([['furuskolan', '2024-08-15', '2026-12-18']])
    tells(pupil([at('furuskolan')], minutes(1)))
    await run()
    expect([await places(), await facts()]).toEqual([
      [['furuskolan', '2024-08-15', '2026-12-18']],
      ['new_school'],
    ])
    expect((await answerTo('yes')).status).toBe(303)
    expect(await places()).toEqual(asBefore)
  })

  it('is read by two at once, and once more after it was cut off: everything is taken once', async () => {
    tells(pupil([at('mottagning')]))
    const both = await Promise.all([run(), run()])
    expect([both.toSorted(), await facts()]).toEqual([
      [0, 2],
      ['school_ended', 'new_school'],
    ])
    await admin.deleteFrom('register_feed').execute()
    expect([await run(), (await facts()).length]).toEqual([0, 2])
  })

  it('turns pages, and is asked only for what is new the next time', async () => {
    register.lies((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://here')
      if (searchParams.get('meta.modified.after')?.startsWith('2026'))
        return send(response, { data: [], pageToken: null })
      const second = searchParams.get('pageToken') === 'two'
      const data = [pupil([at('furuskolan')], minutes(second ? 2 : 1))]
      send(response, { data, pageToken: second ? null : 'two' })
    })
    await run()
    await run()
    const asked = register.asked.map((one) => new URL(one.split(' ')[0] ?? '', 'http://here').searchParams)
    expect(
      asked.map((query) => [query.get('meta.modified.after')?.slice(0, 19), query.get('pageToken')]),
    ).toEqual([
      ['1970-01-01T00:00:00', null],
      ['1970-01-01T00:00:00', 'two'],
      ['2026-11-24T11:01:59', null],
    ])
  })
})
