import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take minutes begin first: begun last, one of them runs alone at the end. */
const long =
  /\/(noninterference|noninterference-2|finds-leaks|routes|http-oracle|canaries|withdrawal|faults|simulate)\.test\.ts$/
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(long.test(b.moduleId)) - Number(long.test(a.moduleId)))
  }
}

/**
 * The rules, and the modules' stories: they change nothing but rows, which `world()` puts back, so that they share a
 * worker with its application and its database. What changes more (the shape of tables, the environment) stands elsewhere.
 */
const together = ['src/modules/**/*.test.{ts,tsx}', '{src,tools}/**/*.rules.test.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    globalSetup: 'test/setup/postgres.ts',
    silent: 'passed-only',
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // Long enough for a busy machine: a test that is given up goes on behind the next ones in its worker.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'alone',
          include: [
            'src/**/*.test.{ts,tsx}',
            'test/**/*.test.{ts,tsx}',
            'tools/**/*.test.ts',
            'demo/**/*.test.ts',
          ],
          exclude: together,
        },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: together,
          isolate: false,
          setupFiles: 'test/setup/together.ts',
          provide: { sharesWorker: true },
        },
      },
    ],
  },
})
