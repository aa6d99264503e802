import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { connect } from '#shared/pool.ts'
import { actionTurns } from '../bench/actions.ts'
import { type BareWork, measureBare } from '../bench/bare.ts'
import { clientOf } from '../bench/http.ts'
import { type Figures, measure } from '../bench/measure.ts'
import { withoutLog } from '../bench/plain.ts'
import { cookieOf, depsWith, record, serveForBench, signInForBench } from '../bench/program.ts'
import { type Scenario, scenariosFor } from '../bench/scenarios.ts'
import { measureVerify } from '../bench/verify.ts'
import { compareWorkday } from '../bench/workday.ts'
import type { DatabaseOptions } from '../src/database-url.ts'
import { startEmbedded } from './embedded-postgres.ts'
import { migrate } from './migrations.ts'
import { run } from './run.ts'
import { wholeCounty } from './scale/layout.ts'
import { seed } from './scale/seed.ts'

// npm run bench -- --scales 2000,50000 --seconds 5 --json figures.json
// npm run bench -- --cost --seconds 5: the plan page beside the same with a store in clear and no log
// npm run bench -- --workday --seconds 2: the pages of a working day in a small county and in one of 10 000 who work there
// npm run bench -- --verify 300000: how many rows of the log are verified in a second
const clients = 16
const rounds = 4
const smallCounty = 2000
/** A page that takes so many times as long in the whole county reads what it should not. */
const tooSlow = 2

type Row = {
  children: number
  name: string
  role: string
  http: Figures
  oneClient: Figures
  bare: Figures | undefined
  /** HTTP's requests per second as a share of bare SQL's. */
  share: number | undefined
  roundTrips: number
}

if (process.argv.includes('--child')) serveChild()
else await run(bench)

async function bench() {
  const { values } = parseArgs({
    options: {
      scales: { type: 'string', default: '2000,50000' },
      seconds: { type: 'string', default: '5' },
      json: { type: 'string' },
      cost: { type: 'boolean', default: false },
      workday: { type: 'boolean', default: false },
      verify: { type: 'string' },
    },
  })
  if (values.verify) {
    const figures = await measureVerify(Number(values.verify))
    return console.log(`${values.verify} rows of the log: ${figures.join(', ')} verified in a second`)
  }
  if (values.cost) return await cost(Number(values.seconds))
  if (values.workday) return await workday(Number(values.seconds), values.json)
  const rows: Row[] = []
  const bytes: Record<string, number>[] = []
  for (const scale of values.scales.split(',').map(Number))
    await atScale(scale, async (database, scenarios, port) => {
      for (const scenario of scenarios) {
        const row = {
          children: scale,
          ...(await measureOne(scenario, database, port, Number(values.seconds))),
        }
        rows.push(row)
        print(row)
      }
      const page = scenarios.find(({ name }) => name === 'plan page')
      if (page) bytes.push(await weigh(page, port))
    })
  console.table(bytes)
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ rows, bytes }, null, 2)}\n`)
}

async function atScale(
  children: number,
  work: (database: DatabaseOptions, scenarios: Scenario[], port: number) => Promise<void>,
  plain = false,
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'kronobarn-bench-'))
  const { owner, app, superuser, stop } = await startEmbedded({ dataDir, fsync: true })
  try {
    await migrate(owner)
    const deps = depsWith(unused, randomUUID, plain)
    const seeded = await seed({ owner, children, deps })
    await signInForBench(owner, seeded)
    if (plain) await withoutLog(superuser)
    const sql = connect({ ...superuser, max: 1 })
    await sql`vacuum analyze`.finally(() => sql.end())
    const child = await startChild({ serve: app, plain })
    try {
      await work(app, scenariosFor(seeded, actionTurns(seeded)), (await child.answer) as number)
    } finally {
      child.kill()
    }
  } finally {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const unused = {
  reserve: () => Promise.reject(new Error('not asked here')),
  answers: async () => false,
  end: async () => {},
}

async function measureOne(scenario: Scenario, database: DatabaseOptions, port: number, seconds: number) {
  const { name, role } = scenario
  const asked = Array.from({ length: clients }, () => clientOf(port, cookieOf(role)))
  const go = async (client: number, turn: number) => {
    const answer = await asked[client]?.(scenario.request(client, turn, randomUUID))
    return answer !== undefined && answer.status < 400
  }
  const http = await measure(clients, seconds, go)
  const oneClient = await measure(1, Math.min(seconds, 3), go)
  const told = { name, role, http, oneClient }
  // What is saved with a version cannot be said over and over.
  const recorded = name === 'save action' ? 1 : clients
  const { recordings, made } = await record(
    database,
    role,
    Array.from(
      { length: recorded },
      (_, client) => (newId: () => string) => scenario.request(client, 100_000, newId),
    ),
  )
  const roundTrips = recordings[0]?.length ?? 0
  if (recorded === 1) return { ...told, bare: undefined, share: undefined, roundTrips }
  const child = await startChild({ bare: { database, recordings, made, seconds } satisfies BareWork })
  const bare = (await child.answer) as Figures
  child.kill()
  return { ...told, bare, share: Math.round((100 * http.perSecond) / bare.perSecond) / 100, roundTrips }
}

/** Sealing and the log, on the plan page: the two take turns, so that a noisy machine is as noisy for both. */
async function cost(seconds: number) {
  await atScale(2000, (_, ours, port) =>
    atScale(
      2000,
      async (_, plain, plainPort) => {
        for (const [place, scenario] of ours.entries()) {
          if (scenario.name !== 'plan page') continue
          const sum = { ours: 0, plain: 0 }
          for (let round = 0; round < rounds; round++) {
            sum.ours += await pages(scenario, port, seconds)
            sum.plain += await pages(plain[place] ?? scenario, plainPort, seconds)
          }
          const share = Math.round((100 * sum.ours) / sum.plain)
          const [with_, without] = [sum.ours, sum.plain].map((all) => Math.round(all / rounds))
          console.log(
            `${scenario.role.padEnd(10)} ${with_}/s, in clear and without a log ${without}/s: ${share} %`,
          )
        }
      },
      true,
    ),
  )
}

async function workday(seconds: number, json: string | undefined) {
  await atScale(smallCounty, (_, __, small) =>
    atScale(wholeCounty, async (_, __, large) => {
      const compared = await compareWorkday({ small, large }, seconds)
      console.table(compared)
      if (json) writeFileSync(json, `${JSON.stringify(compared, null, 2)}\n`)
      if (compared.some(({ ratio }) => ratio > tooSlow)) process.exitCode = 1
    }),
  )
}

async function pages({ role, request }: Scenario, port: number, seconds: number): Promise<number> {
  const asked = Array.from({ length: clients }, () => clientOf(port, cookieOf(role)))
  const { perSecond, failures } = await measure(clients, seconds, async (client, turn) => {
    const answer = await asked[client]?.(request(client, turn, randomUUID))
    return answer !== undefined && answer.status < 400
  })
  if (failures > 0) throw new Error(`${failures} pages failed`)
  return perSecond
}

/** What a browser fetches for the page, compressed, without fonts. */
async function weigh(scenario: Scenario, port: number): Promise<Record<string, number>> {
  const client = clientOf(port, cookieOf(scenario.role))
  const { body } = await client(scenario.request(0, 0, randomUUID))
  const fetched = async (pattern: RegExp) => {
    const sizes = [...body.matchAll(pattern)].map(
      async ([, path = '']) => gzipSync((await client({ method: 'GET', path })).body).length,
    )
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }
  const html = gzipSync(body).length
  const css = await fetched(/rel="stylesheet" href="([^"]+)"/g)
  const script = await fetched(/<script[^>]*src="([^"]+)"/g)
  return { html, css, script, together: html + css + script }
}

function print({ children, name, role, http, oneClient, bare, share, roundTrips }: Row) {
  console.log(
    `${String(children).padStart(6)} ${name.padEnd(12)} ${role.padEnd(10)}` +
      ` ${http.perSecond}/s p50 ${http.p50} p95 ${http.p95} p99 ${http.p99} ms` +
      ` | one client p95 ${oneClient.p95} ms | ${roundTrips} round trips | failed ${http.failures}/${http.count}` +
      (bare
        ? ` | bare ${bare.perSecond}/s p95 ${bare.p95} ms, failed ${bare.failures}/${bare.count} | share ${share}`
        : ''),
  )
}

type Errand = { serve: DatabaseOptions; plain: boolean } | { bare: BareWork }

/** Server and bare SQL run in processes of their own, so that they pay for their own work only. */
async function startChild(errand: Errand) {
  const child = fork(process.argv[1] ?? '', ['--child'], {
    serialization: 'advanced',
    execArgv: ['--enable-source-maps'],
  })
  const answer = new Promise<unknown>((resolve, reject) => {
    child.on('message', resolve)
    child.on('exit', (code) => reject(new Error(`a part of the benchmark ended with ${code}`)))
  })
  answer.catch(() => {})
  child.send(errand)
  return { answer, kill: () => void child.kill() }
}

function serveChild() {
  process.on('message', async (errand: Errand) => {
    process.send?.(
      'serve' in errand ? await serveForBench(errand.serve, errand.plain) : await measureBare(errand.bare),
    )
  })
  process.on('disconnect', () => process.exit())
}
