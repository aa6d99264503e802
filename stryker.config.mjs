// Faults are put into the rules and policies one at a time, to see that a test notices each. Part of npm run test:deep.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.rules.config.ts' },
  mutate: [
    // What is pure: <noun>.ts and <noun>-policy.ts of every module, and what they stand on.
    'src/modules/*/*.ts',
    'src/modules/wheel/add-statement/speaker.ts',
    'src/shared/{dates,person,fields,sealed,keys,holidays,lix}.ts',
    'src/ui/languages.ts',
    'tools/texts/po.ts',
    '!**/*.test.ts',
    '!**/index.ts',
    '!**/*.form.ts',
    '!**/*-{store,access,bodies,fields}.ts',
    // Texts and tables, and what speaks to the database or to Typst.
    '!src/modules/{audit,documents,knowledge}/**',
    '!src/modules/extract/{codes,told,untold}.ts',
    '!src/modules/reader-log/reading-words.ts',
    '!src/modules/plain-words/words.ts',
  ],
  ignorePatterns: ['dist', 'reports', '.data', '.cache'],
  // Rewriting tsconfig.json needs the old compiler's API, which TypeScript 7 has not; nothing here needs it rewritten.
  tsconfigFile: 'none',
  concurrency: 2,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, skipFull: true },
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 95, low: 90, break: 90 },
}
