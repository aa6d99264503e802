import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Every page takes as long as all the rest: it begins first, beside them. */
class PagesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isPages = ({ moduleId }: TestSpecification) => moduleId.endsWith('/every-page.test.ts')
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => Number(isPages(b)) - Number(isPages(a)))
  }
}

/** Journeys in a browser: few and long. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: 'test/setup/postgres.ts',
    maxWorkers: 2,
    sequence: { sequencer: PagesFirst },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
