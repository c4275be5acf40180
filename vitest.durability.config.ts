import { defineConfig } from 'vitest/config'

/**
 * `npm run test:durability`: the full numbers of crashes, leaves, damaged records and failing calls, of round trips, sequences of edits and
 * damaged files; takes most of an hour.
 */
export default defineConfig({
  test: {
    allowOnly: false,
    include: ['tests/e2e/durability.full.ts', 'tests/{edit,formats,io}/*.test.ts'],
    env: { FULL_NUMBERS: process.env.FULL_NUMBERS ?? '1' },
    testTimeout: 600_000,
    environment: 'node',
    globalSetup: ['tests/e2e/built-page.ts'],
    fileParallelism: false,
    hookTimeout: 120_000,
  },
})
