import { beforeEach, describe, expect, it, vi } from 'vitest'
import { registerAt, runRegisterRecheck } from '#modules/interop'
import { paths } from '#shared/paths.ts'
import { markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { knowParents, numbers } from '#test/arrange-register.ts'
import { registerHere } from '#test/register-here.ts'
import { admin, as, auditRows, deps, inHours, lisa, noon, setClock, world } from '#test/world.ts'
import { type Lie, send } from '#tools/fake-register.ts'

const register = await registerHere()
/** Nobody who answers is left: the machine may be busy. */
const again = (milliseconds = 10_000) =>
  runRegisterRecheck(deps, registerAt(register.settings, { milliseconds, bytes: 50_000 }))
const guardian = (who: 'sara' | 'jonas') => ({
  ...{ number: numbers[who], givenName: 'Nora', familyName: 'Berg', from: '2018-03-14', to: null },
})
const post = (more: object = {}) => ({
  ...{ number: numbers.lisa, status: 'registered', protection: 'none', municipality: '0764', wards: [] },
  guardians: [guardian('sara')],
  ...more,
})
const tells = (more: object = {}, at = noon.toISOString()) =>
  register.lies((_, response) => send(response, { at, post: post(more) }))
const reads = async (who: 'sara' | 'jonas') => (await as(who).get(paths.child.to({ childId: lisa }))).status
const facts = async () =>
  (await admin.selectFrom('register_says').select('fact').execute()).map(({ fact }) => fact)
const days = (count: number) => setClock(inHours(24 * count))

/** Maja has written Lisa's number, and the register has never been asked. */
beforeEach(async () => {
  await world()
  await knowParents()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara', 'jonas')
  const here = paths.particulars.show.to({ childId: lisa })
  await as('maja').post(here, { kind: 'person', number: '20170101-2393', source: 'register' })
})

describe('the register is asked again about those about whom something goes on', () => {
  it('what was lost on the way is found in the end: Jonas is no guardian any longer', async () => {
    tells()
    expect([await again(), await facts()]).toEqual([1, ['custody_ended']])
    expect([await reads('jonas'), await reads('sara')]).toEqual([404, 200])
    expect((await auditRows()).filter(([, act]) => act === 'job.register-take')).toEqual([
      [undefined, 'job.register-take', 'done', lisa],
    ])
  })

  it('once a week, by the number that holds, and not more often whatever it said', async () => {
    register.lies((_, response) => send(response, { at: noon.toISOString(), post: null }))
    await again()
    days(6)
    await again()
    expect(register.asked).toEqual([`/person ${JSON.stringify({ number: numbers.lisa })}`])
    days(8)
    await again()
    expect(register.asked).toHaveLength(2)
  })

  it('what it has told by itself counts as asked', async () => {
    tells({ guardians: [guardian('sara'), guardian('jonas')] })
    await again()
    days(5)
    tells({ guardians: [guardian('sara'), guardian('jonas')] }, inHours(24 * 5).toISOString())
    await again()
    expect(register.asked).toHaveLength(1)
  })

  it('nobody is asked about when nothing goes on, when the number waits for a colleague, or when the child is protected', async () => {
    await admin.updateTable('child_identifier').set({ waits: true }).execute()
    await again()
    await admin.updateTable('child_identifier').set({ waits: false }).execute()
    await markAsProtected()
    await again()
    expect(register.asked).toEqual([])
  })

  it('by two at once everything is taken once', async () => {
    tells()
    const both = await Promise.all([again(), again()])
    expect([both.toSorted(), await facts()]).toEqual([[0, 1], ['custody_ended']])
  })
})

describe('a register that is not what it should be', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  const outOfReach: Record<string, Lie> = {
    'hangs up': (_, response) => void response.destroy(),
    'never answers': () => {},
    'is broken': (_, response) => void response.writeHead(500).end(),
    'knows us not': (_, response) => void response.writeHead(401).end(),
    'sends us elsewhere': (_, response) =>
      void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  }
  it.each(Object.entries(outOfReach))(
    '%s: nobody loses or gets anything, and it is asked the next night',
    async (how, lie) => {
      register.lies(lie)
      const wait = how === 'never answers' ? 1000 : undefined
      expect([await again(wait), await again(wait), await facts()]).toEqual([0, 0, []])
      expect([register.asked.length, await reads('jonas'), await reads('sara')]).toEqual([2, 200, 200])
    },
  )

  const answersWrong: Record<string, Lie> = {
    'is cut off in the middle': (_, response) => send(response, '{"at":"2026-11-24T11:00:00.000Z","post":{'),
    'is a giant': (_, response) => send(response, `{"x":"${'x'.repeat(60_000)}"}`),
    'answers with a page': (_, response) => send(response, '<h1>Underhåll</h1>', 'text/html'),
    'answers about somebody else': (_, response) =>
      send(response, { at: noon.toISOString(), post: post({ number: numbers.nora, guardians: [] }) }),
    'leaves out who has custody': (_, response) =>
      send(response, { at: noon.toISOString(), post: post({ guardians: undefined }) }),
    'comes from the future': (_, response) =>
      send(response, { at: inHours(1).toISOString(), post: post({ guardians: [] }) }),
    'knows nobody by that number': (_, response) => send(response, { at: noon.toISOString(), post: null }),
  }
  it.each(Object.entries(answersWrong))(
    '%s: nobody loses or gets anything, and the next has its turn',
    async (_, lie) => {
      register.lies(lie)
      expect([await again(), await again(), await facts()]).toEqual([0, 0, []])
      expect([register.asked.length, await reads('jonas'), await reads('sara')]).toEqual([1, 200, 200])
    },
  )

  it('is late: what is older than what we know changes nothing', async () => {
    tells({ guardians: [guardian('sara'), guardian('jonas')] })
    await again()
    days(8)
    tells({}, inHours(-24).toISOString())
    expect([await again(), await reads('jonas')]).toEqual([0, 200])
  })
})
