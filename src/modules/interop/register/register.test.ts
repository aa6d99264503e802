import { beforeEach, describe, expect, it, vi } from 'vitest'
import { checkAtSignIn, registerAt, runRegisterCheck } from '#modules/interop'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { knowParents, numbers } from '#test/arrange-register.ts'
import { registerHere } from '#test/register-here.ts'
import { giveLisaANumber } from '#test/reviewers.ts'
import { admin, as, auditRows, deps, id, inHours, lisa, nils, noon, setClock, world } from '#test/world.ts'
import { type Lie, send } from '#tools/fake-register.ts'

type Who = keyof typeof numbers

const guardian = (who: Who, more: object = {}) => ({
  number: numbers[who],
  ...{ givenName: 'Nora', familyName: 'Berg', from: '2018-03-14', to: null },
  ...more,
})
const post = (who: Who, more: object = {}) => ({
  number: numbers[who],
  ...{ status: 'registered', protection: 'none', municipality: '0764', guardians: [], wards: [] },
  ...more,
})
const both = { guardians: [guardian('sara'), guardian('jonas')] }
const saraOnly = { guardians: [guardian('sara')] }

const register = await registerHere()
/** Nobody who answers is left: the machine may be busy. */
const port = (milliseconds = 10_000) => registerAt(register.settings, { milliseconds, bytes: 50_000 })
const run = (milliseconds?: number) => runRegisterCheck(deps, port(milliseconds))
const told = (sequence: number, what: object & { number: string }, at = noon.toISOString()) =>
  register.says({ sequence, at, post: what })
const page =
  (...changes: unknown[]): Lie =>
  (_, response) =>
    send(response, { changes, more: false })
const row = (sequence: number, what: unknown, at = noon.toISOString()) => ({ sequence, at, post: what })

const says = () => admin.selectFrom('register_says').selectAll().orderBy('told_at').orderBy('fact').execute()
const facts = async () => (await says()).map(({ fact }) => fact).sort()
const reads = async (who: 'sara' | 'jonas') => (await as(who).get(paths.child.to({ childId: lisa }))).status
const readUpTo = async () =>
  (await admin.selectFrom('register_feed').select('sequence').executeTakeFirst())?.sequence ?? 0

beforeEach(async () => {
  await world()
  await giveLisaANumber()
  await knowParents()
  await openMatter()
  await tellFamily('sara', 'jonas')
})

describe('what narrows holds at once', () => {
  it('Jonas is no guardian any longer: his open session sees nothing at the next request, and Maja is told', async () => {
    expect(await reads('jonas')).toBe(200)
    told(1, post('lisa', saraOnly))
    expect(await run()).toBe(1)
    expect([await reads('jonas'), await reads('sara')]).toEqual([404, 200])
    const [one] = await says()
    expect(one).toMatchObject({ fact: 'custody_ended', person_id: id('jonas'), answered_at: null })
    const tasks = await (await as('maja').get(paths.tasks.to({}))).text()
    expect(tasks).toContain('Läs vad registret säger')
    expect((await auditRows()).filter(([, act]) => act === 'job.register-take')).toEqual([
      [undefined, 'job.register-take', 'done', lisa],
    ])
  })

  it('Jonas has died: nobody comes in as him, and nothing of Nils is touched', async () => {
    told(1, post('jonas', { status: 'deceased' }))
    await run()
    expect([await reads('jonas'), await reads('sara'), await facts()]).toEqual([404, 200, ['guardian_died']])
    const nilsGuardians = await admin
      .selectFrom('guardianship')
      .select('valid_to')
      .where('child_id', '=', nils)
      .execute()
    expect(nilsGuardians).toEqual([{ valid_to: null }])
  })

  it('Lisa has died: no guardian sees anything', async () => {
    told(1, post('lisa', { status: 'deceased', ...both }))
    await run()
    expect([await reads('jonas'), await reads('sara'), await facts()]).toEqual([404, 404, ['child_died']])
  })

  it('Lisa has moved from the county: those who knew her by her school see nothing, and the BBA keeps the matter', async () => {
    expect((await as('petra').get(paths.child.to({ childId: lisa }))).status).toBe(200)
    told(1, post('lisa', { ...both, municipality: '1480' }))
    await run()
    expect((await as('petra').get(paths.child.to({ childId: lisa }))).status).toBe(404)
    expect((await as('maja').get(paths.child.to({ childId: lisa }))).status).toBe(200)
    expect(await facts()).toEqual(['moved'])
  })

  it('a mark on Lisa: name, birth date, places and numbers are sealed in the same transaction, and the BBA opens them', async () => {
    told(1, post('lisa', { ...both, protection: 'sekretessmarkering' }))
    await run()
    const child = await admin.selectFrom('child').selectAll().where('id', '=', lisa).executeTakeFirstOrThrow()
    expect(child).toMatchObject({ protection: 'sekretessmarkering', given_name: null, born_on: null })
    expect(
      await admin.selectFrom('child_placement').select('id').where('child_id', '=', lisa).execute(),
    ).toEqual([])
    const petra = await (await as('petra').get(paths.child.to({ childId: lisa }))).text()
    expect(petra).not.toContain('Holmgren')
    const maja = await as('maja').get(`${paths.shield.show.to({ childId: lisa })}?visa`)
    expect(maja.status).toBe(200)
    expect(await admin.selectFrom('protection_mark').select(['source', 'marked_by']).execute()).toEqual([
      { source: 'skatteverket', marked_by: null },
    ])
    // Her family knows her own name, and must not see that there is a mark.
    expect(await (await as('sara').get(paths.child.to({ childId: lisa }))).text()).toContain('Lisa')
  })

  it('a mark on Sara hides her name, and not Lisa', async () => {
    told(1, post('sara', { protection: 'skyddad_folkbokforing', wards: [{ ...guardian('lisa') }] }))
    await run()
    const sara = await admin
      .selectFrom('person')
      .selectAll()
      .where('id', '=', id('sara'))
      .executeTakeFirstOrThrow()
    expect(sara).toMatchObject({ protection: 'skyddad_folkbokforing', given_name: null })
    expect(await reads('sara')).toBe(200)
  })

  it('a mark that ends shows nothing: somebody has to say so', async () => {
    told(1, post('lisa', { ...both, protection: 'sekretessmarkering' }))
    told(2, post('lisa', both), inHours(0).toISOString().replace('11:00', '11:01'))
    await run()
    const child = await admin
      .selectFrom('child')
      .select('given_name')
      .where('id', '=', lisa)
      .executeTakeFirstOrThrow()
    expect([child.given_name, await facts()]).toEqual([null, ['mark_ended', 'marked']])
  })
})

describe('before a guardian is let in', () => {
  it('the register is asked when it has not been asked for a day, and what has ended is not seen again', async () => {
    told(1, post('jonas', { wards: [] }))
    expect(await checkAtSignIn(deps, port(), numbers.jonas)).toBe(1)
    expect(await reads('jonas')).toBe(404)
  })
  it('it is asked once a day', async () => {
    told(1, post('jonas', { wards: [{ ...guardian('lisa') }] }))
    await checkAtSignIn(deps, port(), numbers.jonas)
    await checkAtSignIn(deps, port(), numbers.jonas)
    expect(register.asked).toHaveLength(1)
    setClock(inHours(25))
    await checkAtSignIn(deps, port(), numbers.jonas)
    expect([register.asked.length, await reads('jonas')]).toEqual([2, 200])
  })
  it('nobody that we know is not asked about', async () => {
    await checkAtSignIn(deps, port(), numbers.nora)
    expect(register.asked).toEqual([])
  })
})

const latin1 = Buffer.from('{"changes":[],"more":false,"namn":"Åsa"}', 'latin1')
const good = row(1, post('lisa', saraOnly))
const isEndless = (how: string) => how === 'never answers' || how === 'answers drop by drop'
/** Nothing of it is taken, and it is asked for again the next time. */
const hostile: Record<string, Lie> = {
  'hangs up': (_, response) => void response.destroy(),
  'never answers': () => {},
  'answers drop by drop': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"changes":')
  },
  'is broken': (_, response) => void response.writeHead(500).end('{"changes":[],"more":false}'),
  'knows us not': (_, response) => void response.writeHead(401).end(),
  'sends us elsewhere': (_, response) =>
    void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  'answers with a page': (_, response) => send(response, '<h1>Underhåll</h1>', 'text/html'),
  'writes in another encoding': (_, response) => send(response, latin1),
  'is cut off in the middle': (_, response) =>
    send(response, JSON.stringify({ changes: [good], more: false }).slice(0, -30)),
  'is a giant': (_, response) => send(response, `{"changes":[],"more":false,"x":"${'x'.repeat(60_000)}"}`),
  'answers with nothing': (_, response) => send(response, ''),
  'answers with something else': (_, response) => send(response, []),
  'says there is more and gives nothing': (_, response) => send(response, { changes: [], more: true }),
  'leaves out the status': page(row(1, { ...post('lisa', saraOnly), status: undefined })),
  'has a mark of a new kind': page(row(1, post('lisa', { ...saraOnly, protection: 'hemlig' }))),
  'has a number that is none': page(row(1, post('lisa', { ...saraOnly, number: '201701012394' }))),
  'has a guardian without a number': page(
    row(1, post('lisa', { guardians: [{ ...guardian('sara'), number: null }] })),
  ),
  'has a day that is none': page(
    row(1, post('lisa', { guardians: [guardian('sara', { from: '2018-02-31' })] })),
  ),
  'has a hundred guardians': page(
    row(1, post('lisa', { guardians: Array.from({ length: 100 }, () => guardian('sara')) })),
  ),
  'comes from the future': page(row(1, post('lisa', saraOnly), inHours(1).toISOString())),
  'has left something out before': page(row(2, post('lisa', saraOnly))),
  'begins below nothing': page(row(-1, post('lisa', saraOnly))),
  'tells of somebody who is not known here': page(row(1, post('nora', { guardians: [guardian('sara')] }))),
}

describe('a register that is not what it should be', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  it.each(Object.entries(hostile))('%s: nobody loses or gets anything', async (how, lie) => {
    register.lies(lie)
    expect(await run(isEndless(how) ? 300 : undefined)).toBe(0)
    expect([await reads('jonas'), await reads('sara'), await facts()]).toEqual([200, 200, []])
    const children = await admin.selectFrom('child').select('id').execute()
    expect(children).toHaveLength(2)
  })

  it('says nothing of what it was told in the line to the operator', async () => {
    register.lies(hostile['has a number that is none'])
    await run()
    expect(vi.mocked(console.error).mock.calls).toEqual([['population register', 'wrong-form']])
  })

  it('is reached only by TLS that can be trusted', async () => {
    const url = register.settings.url.replace('http:', 'https:')
    expect(await registerAt({ ...register.settings, url }).changesAfter(0)).toEqual({
      ok: false,
      error: 'no-answer',
    })
  })

  it('does not take another’s token', async () => {
    const wrong = registerAt({ ...register.settings, token: 'x'.repeat(40) })
    expect(await wrong.changesAfter(0)).toEqual({ ok: false, error: 'refused' })
  })

  it('tells the same twice, and everything once more: it is one thing', async () => {
    register.lies(page(good, row(2, post('lisa', saraOnly))))
    expect([await run(), await run(), await facts(), await readUpTo()]).toEqual([
      1,
      0,
      ['custody_ended'],
      '2',
    ])
  })

  it('uses a number twice: the first holds, and nothing after it is taken', async () => {
    register.lies(
      page(good, row(1, post('lisa', { status: 'deceased' })), row(2, post('sara', { status: 'deceased' }))),
    )
    expect([await run(), await facts(), await readUpTo()]).toEqual([1, ['custody_ended'], '1'])
  })

  it('breaks off: what came before holds, and the rest is asked for again', async () => {
    register.lies(page(good, row(3, post('sara', { status: 'deceased' }))))
    expect([await run(), await reads('sara'), await readUpTo()]).toEqual([1, 200, '1'])
  })

  it('is late: what is older than what we know changes nothing', async () => {
    const yesterday = inHours(-24).toISOString()
    register.lies(page(row(1, post('lisa', both)), row(2, post('lisa', saraOnly), yesterday)))
    expect([await run(), await reads('jonas')]).toEqual([0, 200])
  })

  it('contradicts itself about Jonas: the narrowest holds', async () => {
    const ended = guardian('jonas', { to: '2020-01-01' })
    told(1, post('lisa', { guardians: [guardian('sara'), guardian('jonas'), ended] }))
    expect([await run(), await reads('jonas')]).toEqual([1, 404])
  })

  it('says that Lisa has custody of herself, and that somebody will have it next year: neither is asked about', async () => {
    told(
      1,
      post('lisa', {
        guardians: [...both.guardians, guardian('lisa'), guardian('nora', { from: '2027-01-01' })],
      }),
    )
    expect([await run(), await facts()]).toEqual([0, []])
  })

  it('names the same new guardian twice: it is one question', async () => {
    told(1, post('lisa', { guardians: [...both.guardians, guardian('nora'), guardian('nora')] }))
    expect([await run(), await facts()]).toEqual([1, ['new_guardian']])
  })

  it('answers about somebody else than we asked about: nobody loses anything', async () => {
    register.lies((_, response) =>
      send(response, { at: noon.toISOString(), post: post('sara', { wards: [] }) }),
    )
    expect([await checkAtSignIn(deps, port(), numbers.jonas), await reads('jonas')]).toEqual([0, 200])
  })

  it('does not answer at sign-in: what it told before holds', async () => {
    register.lies(hostile['hangs up'])
    expect([await checkAtSignIn(deps, port(), numbers.jonas), await reads('jonas')]).toEqual([0, 200])
  })

  it('is read by two at once: everything is taken once', async () => {
    told(1, post('lisa', saraOnly))
    const both = await Promise.all([run(), run()])
    expect([both.toSorted(), await facts()]).toEqual([[0, 1], ['custody_ended']])
  })
})
