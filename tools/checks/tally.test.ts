import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { add, inWords, oneStep, tallyOf } from './tally.ts'

function reportWith(numPassedTests: number, numFailedTests: number, testResults: object[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'kronobarn-tally-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'report.json')
  const report = { numPassedTests, numFailedTests, numPendingTests: 1, numTodoTests: 1, testResults }
  writeFileSync(file, JSON.stringify(report))
  return file
}

describe('the last line of a test run', () => {
  it('sums up all steps', () => {
    const all = add([oneStep(true), tallyOf(reportWith(10, 0), true)])
    expect(inWords(all)).toBe('11 passed, 0 failed, 2 skipped')
  })

  it('counts a file that could not be loaded', () => {
    const report = reportWith(10, 1, [{ status: 'failed', assertionResults: [] }])
    expect(tallyOf(report, false).failed).toBe(2)
  })

  it('never calls a broken run a success', () => {
    expect(tallyOf(reportWith(10, 0), false).failed).toBe(1)
    expect(tallyOf('/nowhere/report.json', true).failed).toBe(1)
  })
})
