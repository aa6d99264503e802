import { generateKeyPairSync, randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { readHeadKey } from '#modules/audit'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { numbers } from '#test/arrange-register.ts'
import { until } from '#test/tool-process.ts'
import { admin, engagementOf, keyFile, ownerOptions } from '#test/world.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { startFakeRegister } from '#tools/fake-register.ts'
import { ask } from '#tools/jobs/overview.ts'
import { addPupil, arrange, fromNow, giveNumber, offerThatLapsed, oldDraft } from './arrange.ts'
import { doneOnce, lost, withoutLead } from './left.ts'
import { programToKill } from './program.ts'

// The application is killed with SIGKILL while it takes what people send and does its jobs, and is started again.
// KILLS: how many times. A few in npm test, without the queue, which waits half a minute for one that has gone quiet.
const kills = Number(process.env['KILLS'] ?? 2)
const jobs = kills > 5 ? (['transitions', 'lapse', 'drafts', 'register'] as const) : []

const app = { ...ownerOptions, user: 'kb_app' }
const auditKeyFile = String(
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
)
const register = await startFakeRegister()
const program = await programToKill({
  ...{ database: app, keyFile: JSON.stringify(keyFile), auditKeyFile },
  register: register.settings,
})
const owner = connect({ ...ownerOptions, max: 1 })
afterAll(async () => {
  await program.clear()
  await owner.end()
  register.stop()
})

type Writing = { childId: string; submission: string }
const sent = new Map<string, Writing>()
const acknowledged = new Set<string>()
const offers = new Set<string>()
/** Answers that are neither yes nor "try again soon". */
const faults: number[] = []
const figures = { kills: 0, cutOff: 0, askedToWait: 0, doneThough: 0 }

/** Petra tells something; what got no answer she sends again, as a page that is left open does. */
async function send({ childId, submission }: Writing) {
  const form = { engagement: engagementOf('petra'), submission, sentence: 'Lisa sitter ofta själv.' }
  const status = await program.post('token of petra', paths.noticing.noticeChild.to({ childId }), form)
  if (status === undefined) figures.cutOff++
  else if (status === 303) acknowledged.add(submission)
  else if (status === 503) figures.askedToWait++
  else faults.push(status)
}
const waiting = () => [...sent.values()].filter(({ submission }) => !acknowledged.has(submission))
const tellOf = (childId: string) => {
  const submission = randomUUID()
  sent.set(submission, { childId, submission })
}

/** Three windows at once, until all is sent or the program is gone; last what somebody else holds up. */
async function sendAll(isGone: () => boolean, locked?: string) {
  const isHeldUp = ({ childId }: Writing) => Number(childId === locked)
  const left = waiting().toSorted((one, other) => isHeldUp(one) - isHeldUp(other))
  const lane = async () => {
    for (let one = left.shift(); one && !isGone(); one = left.shift()) await send(one)
  }
  await Promise.all([lane(), lane(), lane()])
}

const count = async (of: ReturnType<typeof sql>) =>
  (await sql<{ n: number }>`select count(*)::int as n from ${of}`.execute(admin)).rows[0]?.n ?? 0
const inTheQueue = (...states: string[]) =>
  count(sql`jobs.job where name = any (${[...jobs]}) and state::text = any (${states})`)

const isAtAJob = async (since: Date) =>
  (await count(
    sql`jobs.job where name = any (${[...jobs]}) and state = 'active' and started_on > ${since}`,
  )) > 0

let changes = 0
/** The register tells of the same child again and again: one more has custody, one has not, it has moved. */
function registerTells() {
  const guardian = (number: string) => ({
    number,
    givenName: 'Nora',
    familyName: 'Berg',
    from: '2018-03-14',
    to: null,
  })
  const { sara, jonas, nora } = numbers
  const who = [[sara, jonas, nora], [sara, nora], [sara]][changes % 3] ?? []
  const post = {
    number: numbers.lisa,
    ...{ status: 'registered', protection: 'none', municipality: changes > 5 ? '0880' : '0764', wards: [] },
    guardians: who.map(guardian),
  }
  register.says({ sequence: ++changes, at: fromNow(0).toISOString(), post })
}

/** At any moment while it answers; every other time when it is at a job too. */
async function killWhileSending(round: number, locked: string | undefined) {
  const [before, begun] = [acknowledged.size, new Date()]
  let isGone = false
  const sending = sendAll(() => isGone, locked)
  await until('something is acknowledged', async () => acknowledged.size > before, 5)
  for (let tries = round % 2 ? 500 : 0; jobs.length > 0 && tries > 0 && !(await isAtAJob(begun)); tries--)
    await sleep(5)
  await sleep(randomInt(150))
  isGone = true
  await program.end('SIGKILL')
  await sending
}

/** One life of the program, with new children, and something to do for each of its jobs. */
async function live(round: number, known: string[]) {
  const fresh = await Promise.all([1, 2, 3, 4].map((n) => addPupil(`pupil ${round}.${n}`)))
  const ofRegister = round === 0 ? fresh[0] : undefined
  if (ofRegister) await giveNumber(ofRegister)
  const offered = known.find((one) => !offers.has(one))
  if (offered) await offerThatLapsed(offered)
  if (offered) offers.add(offered)
  const locked = known.at(-1)
  await oldDraft(`/barn/${round}`)
  registerTells()
  for (const childId of [...(locked ? [locked] : []), ...fresh]) tellOf(childId)

  await program.start()
  const takenOn = sql`jobs.schedule where name = any (${[...jobs]})`
  await until('the jobs are taken on', async () => (await count(takenOn)) === jobs.length)
  // Somebody has a child's row for long: what is done about it stands still in the middle.
  const busy = await admin.startTransaction().execute()
  try {
    if (locked) await busy.selectFrom('child').select('id').where('id', '=', locked).forUpdate().execute()
    for (const job of jobs) await ask(app, job)
    await killWhileSending(round, locked)
  } finally {
    await busy.rollback().execute()
  }
  figures.kills++
  expect(await lost([...acknowledged])).toEqual([])
  const unanswered = waiting().map(({ submission }) => submission)
  figures.doneThough += unanswered.length - (await lost(unanswered)).length
  const cutOff = waiting().map(({ childId }) => childId)
  return [...known, ...fresh.filter((one) => one !== ofRegister && !cutOff.includes(one))]
}

/** Started a last time, and left in peace until nothing waits. */
async function finish() {
  await program.start()
  while (waiting().length > 0 && faults.length === 0) await sendAll(() => false)
  for (const job of jobs) {
    await until('nobody does it any more', async () => (await inTheQueue('created', 'retry', 'active')) === 0)
    await ask(app, job)
  }
  if (jobs.length > 0) {
    await until('all is done', async () => (await inTheQueue('created', 'retry', 'active')) === 0)
    await until(
      'all is read',
      async () => (await count(sql`register_feed where sequence = ${changes}`)) === 1,
    )
  }
  await program.end('SIGTERM')
}

it('killed again and again, it has lost nothing that it said yes to, and done nothing twice', async () => {
  await arrange()
  let known: string[] = []
  for (let round = 0; round < kills; round++) known = await live(round, known)
  await finish()
  expect(await lost([...acknowledged])).toEqual([])
  const once = await doneOnce()
  for (const [what, { most }] of Object.entries(once)) expect([what, most <= 1]).toEqual([what, true])
  expect(once.noticings.rows).toBe(sent.size)
  expect(once.toReceive.rows).toBe(sent.size)
  const { matters, wrong } = await withoutLead(new Date())
  expect([matters, wrong]).toEqual([4 * kills, []])
  if (jobs.length > 0) {
    expect([offers.size > kills / 2, once.lapsed.rows]).toEqual([true, offers.size])
    expect(once.transitions.rows + once.lapsed.rows).toBeGreaterThanOrEqual(matters)
    expect([once.fromRegister.rows > 0, once.toRead.rows > 0]).toEqual([true, true])
    expect(await count(sql`draft`)).toBe(0)
  }
  const log = await verifyLog(owner, readHeadKey(auditKeyFile).trusted)
  expect([log.faults, faults]).toEqual([[], []])
  const jobsCutOff = await count(sql`audit_event where act like 'job.%' and outcome = 'interrupted'`)
  console.log(
    JSON.stringify({
      ...figures,
      jobsCutOff,
      acknowledged: acknowledged.size,
      matters,
      auditRows: log.rows,
      once,
    }),
  )
}, 900_000)
