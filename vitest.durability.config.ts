import { defineConfig } from 'vitest/config'

/** `npm run test:durability`: the full numbers of crashes, leaves, damaged records and failing calls; takes most of an hour. */
export default defineConfig({
  test: {
    allowOnly: false,
    include: ['tests/e2e/durability.full.ts'],
    environment: 'node',
    globalSetup: ['tests/e2e/built-page.ts'],
    fileParallelism: false,
    hookTimeout: 120_000,
  },
})
