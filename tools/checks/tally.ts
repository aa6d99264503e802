import { readFileSync } from 'node:fs'

export type Tally = { passed: number; failed: number; skipped: number }

export const add = (tallies: readonly Tally[]): Tally => ({
  passed: sum(tallies.map(({ passed }) => passed)),
  failed: sum(tallies.map(({ failed }) => failed)),
  skipped: sum(tallies.map(({ skipped }) => skipped)),
})

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

/** The last line of a run, in words that a person and a script can read. */
export const inWords = ({ passed, failed, skipped }: Tally) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

export const oneStep = (succeeded: boolean): Tally => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
  skipped: 0,
})

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** What vitest's report says; a file that could not even be loaded, or a run that broke, counts as failed too. */
export function tallyOf(reportFile: string, succeeded: boolean): Tally {
  const report = read(reportFile)
  if (!report) return oneStep(false)
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    failed: succeeded ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
