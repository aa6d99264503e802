import { beforeEach, describe, expect, it, vi } from 'vitest'
import { runSchoolCheck, runWholeSchoolCheck, schoolsAt } from '#modules/interop'
import { paths } from '#shared/paths.ts'
import { openMatter, protectLisa } from '#test/arrange.ts'
import { registerHere } from '#test/register-here.ts'
import { giveLisaANumber } from '#test/reviewers.ts'
import { answers, at, klass, minutes, placed, pupil, schools, units } from '#test/school-register.ts'
import { admin, as, auditRows, deps, id, inHours, lisa, world } from '#test/world.ts'
import { type Lie, send } from '#tools/fake-register.ts'

const register = await registerHere()
const port = () =>
  schoolsAt(
    { name: 'alvesta', units, tells: ['placements', 'groups'], ...register.settings },
    { milliseconds: 10_000, bytes: 50_000 },
  )
const night = () => runWholeSchoolCheck(deps, port())
/** What it says of its classes, and of Lisa: where she is enrolled, and where she is placed. */
const tells = (classes: Lie, enrolments: unknown[], placements: unknown, modified?: string) =>
  register.lies((request, response) =>
    request.url?.startsWith('/groups')
      ? classes(request, response)
      : answers([pupil(enrolments, modified, { _embedded: { placements } })])(request, response),
  )
const places = async () =>
  (
    await admin
      .selectFrom('child_placement')
      .select(['unit_id', 'class_name', 'valid_to'])
      .where('child_id', '=', lisa)
      .orderBy('valid_from')
      .orderBy('valid_to')
      .execute()
  ).map((row) => [
    row.unit_id === id('furuskolan') ? 'furuskolan' : 'mottagning',
    row.class_name,
    row.valid_to,
  ])
const in5B = [['furuskolan', '5B', null]]
const fifthB = answers([klass('5B')])
const taken = async () => (await auditRows()).filter(([, act]) => act === 'job.school-take').length

beforeEach(async () => {
  await world()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await giveLisaANumber()
  await openMatter()
})

describe('which class a school says that a child goes in', () => {
  it('it stands with the school, is changed when it changes, and goes when she leaves the class', async () => {
    tells(fifthB, [at('furuskolan')], [])
    expect([await night(), await places(), await taken()]).toEqual([1, in5B, 1])
    tells(answers([klass('6B')]), [at('furuskolan')], [])
    expect([await night(), await places()]).toEqual([1, [['furuskolan', '6B', null]]])
    tells(answers([]), [at('furuskolan')], [])
    expect([await night(), await places()]).toEqual([1, [['furuskolan', null, null]]])
  })

  it('the same the next night leaves no row in the log, and asks nobody', async () => {
    tells(fifthB, [at('furuskolan')], [])
    await night()
    expect([await night(), await taken()]).toEqual([0, 1])
    expect(await admin.selectFrom('task').select('id').where('kind', '=', 'read_register').execute()).toEqual(
      [],
    )
  })

  it('by day only what is new is asked for, and the class stays', async () => {
    tells(fifthB, [at('furuskolan')], [])
    await night()
    tells(answers([]), [at('furuskolan')], [], minutes(1))
    register.asked.length = 0
    await runSchoolCheck(deps, port())
    expect([await places(), register.asked.some((one) => one.includes('/groups'))]).toEqual([in5B, false])
  })

  it('nobody sees more by it: a class at a school where she has no place makes none', async () => {
    tells(answers([klass('5B', { organisation: { id: schools.mottagning } })]), [at('furuskolan')], [])
    expect([await night(), await places()]).toEqual([0, [['furuskolan', null, null]]])
    expect((await as('rut').get(paths.child.to({ childId: lisa }))).status).toBe(404)
  })

  it.each<[string, Lie]>([
    ['hangs up', (_, response) => void response.destroy()],
    ['has no groups', (_, response) => void response.writeHead(404).end()],
    ['cuts the list off', answers([klass('5A'), klass('')])],
    [
      'breaks off after the first page',
      (request, response) =>
        request.url?.includes('pageToken')
          ? void response.destroy()
          : send(response, { data: [], pageToken: 'two' }),
    ],
    ['goes round and round', answers([], 'again')],
    [
      'tells of classes in another school',
      answers([klass('5B'), klass('1A', { organisation: { id: schools.lillaskolan } })]),
    ],
  ])(
    'a register that %s leaves everybody in their class, and the places are read all the same',
    async (_, lie) => {
      tells(fifthB, [at('furuskolan')], [])
      await night()
      tells(lie, [at('furuskolan', { endDate: '2026-12-18' })], [], minutes(1))
      expect([await night(), await places()]).toEqual([1, [['furuskolan', '5B', '2026-12-18']]])
    },
  )

  it('a child whose identity is protected is in no class here', async () => {
    await protectLisa()
    tells(fifthB, [at('furuskolan')], [])
    expect([await night(), await places(), await taken()]).toEqual([0, [['furuskolan', null, null]], 0])
  })
})

describe('where a child is placed, in preschool or after school', () => {
  it('is a place as any other: a new one waits for Maja’s yes, one that has ended narrows at once', async () => {
    tells(answers([]), [at('furuskolan')], [placed('mottagning', { startDate: '2026-11-24' })])
    expect([await night(), await places()]).toEqual([1, [['furuskolan', null, null]]])
    const { id: saysId } = await admin.selectFrom('register_says').select('id').executeTakeFirstOrThrow()
    const says = paths.registerSays.to({ childId: lisa, saysId })
    expect(await (await as('maja').get(says)).text()).toContain('Registret över förskolor och skolor säger')
    expect((await as('maja').post(says, { answer: 'yes' })).status).toBe(303)
    expect(await places()).toHaveLength(2)
    tells(answers([]), [at('furuskolan')], [], minutes(1))
    expect([await night(), await places()]).toEqual([
      1,
      [
        ['furuskolan', null, null],
        ['mottagning', null, '2026-11-24'],
      ],
    ])
  })

  it('one that has changed is found at night though the pupil has not changed, and after school ends without the school', async () => {
    const both = [at('furuskolan')]
    tells(answers([]), both, [placed('furuskolan')])
    await night()
    const meta = { modified: minutes(1) }
    tells(answers([]), both, [placed('furuskolan', { endDate: '2026-11-20', meta })])
    expect([await night(), await places()]).toEqual([0, [['furuskolan', null, null]]])
    tells(answers([]), [], [placed('furuskolan', { endDate: '2026-12-18', meta: { modified: minutes(2) } })])
    expect([await night(), await places()]).toEqual([1, [['furuskolan', null, '2026-12-18']]])
  })

  it.each<[string, unknown]>([
    ['leaves them out', undefined],
    ['says null of them', null],
    ['names no school', [placed('mottagning', { placedAt: {} })]],
    ['has a day that is none', [placed('mottagning', { startDate: 'i höst' })]],
    ['comes from the future', [placed('mottagning', { meta: { modified: inHours(1).toISOString() } })]],
    ['has a hundred', Array.from({ length: 100 }, () => placed('mottagning'))],
  ])('a register that %s takes nothing from anybody', async (_, placements) => {
    tells(answers([]), [], placements)
    expect([await night(), await places()]).toEqual([0, [['furuskolan', null, null]]])
    expect(vi.mocked(console.error)).toHaveBeenCalled()
  })
})
