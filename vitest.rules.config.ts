import { defineConfig } from 'vitest/config'

/**
 * Only what is decided without a database: rules and policies. They run with everything else too; on their own they are
 * so quick that a thousand faults can be put into the rules, one at a time (stryker.config.json).
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.rules.test.ts', 'src/**/*-policy.test.ts'],
    silent: 'passed-only',
    isolate: false,
    maxWorkers: 2,
  },
})
