import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { add, inWords, oneStep, type Tally, tallyOf } from './tally.ts'

export type Step = { name: string; run: () => Promise<Tally> }

/** A tool that is content or not: one passed or one failed. */
export const tool = (name: string, program: string, ...args: string[]): Step => ({
  name,
  run: async () => oneStep(await succeeds(program, args)),
})

/** The same, given up when it takes longer than this. */
export const toolWithin = (minutes: number, name: string, program: string, ...args: string[]): Step => ({
  name,
  run: async () => oneStep(await succeeds(program, args, minutes * 60_000)),
})

/** A test run, counted test by test. */
export const vitest = (name: string, ...args: string[]): Step => ({
  name,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kronobarn-report-'))
    const report = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const succeeded = await succeeds('vitest', ['run', ...args, ...reporters])
    const tally = tallyOf(report, succeeded)
    rmSync(folder, { recursive: true })
    return tally
  },
})

/** Runs every step, also after a failure, and ends with one line that sums them up. */
export async function runAll(steps: readonly Step[]) {
  const tallies: Tally[] = []
  for (const { name, run } of steps) {
    const begun = performance.now()
    console.log(`\n── ${name}`)
    const tally = await run()
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`── ${name}: ${tally.failed === 0 ? 'bra' : 'behöver ses över'} (${seconds} s)`)
    tallies.push(tally)
  }
  const all = add(tallies)
  console.log(`\n${inWords(all)}`)
  process.exitCode = all.failed === 0 ? 0 : 1
}

let running: ChildProcess | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    running?.kill(signal)
    process.exit(130)
  })
}

function succeeds(program: string, args: string[], timeout?: number): Promise<boolean> {
  return new Promise((resolve) => {
    running = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout })
    running.on('error', () => resolve(false))
    running.on('exit', (code) => resolve(code === 0))
  })
}
