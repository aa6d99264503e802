import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * Only what is decided without a database: rules and policies. They run with everything else too; on their own they are
 * so quick that thousands of faults can be put into the rules, one at a time (stryker.config.mjs).
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  resolve: {
    alias: {
      '#modules/children': resolve('test/doors/children.ts'),
      '#modules/responsibility': resolve('test/doors/responsibility.ts'),
    },
  },
  test: {
    include: ['{src,tools}/**/*.rules.test.ts', 'src/modules/**/*-policy.test.ts'],
    silent: 'passed-only',
    isolate: false,
    maxWorkers: 2,
  },
})
