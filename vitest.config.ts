import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A file that skips or focuses a test would pass in silence; tests/architecture.test.ts refuses both.
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: ['tests/property-seed.ts'],
          maxWorkers: 2,
          // The modules of the program stay loaded from file to file, as they do on the page: a fifth of the time went into loading them.
          isolate: false,
          // Generous: a machine with other work may be three times slower, and a timeout says nothing about the program.
          testTimeout: 180_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/built-page.ts'],
          // No test here times the page (the benches do), so three browsers may share two cores.
          maxWorkers: 3,
          isolate: false,
          testTimeout: 120_000,
          // Three browsers on two cores may lose a moment once; what fails twice is red, and the report names what needed a second try.
          retry: 1,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000, interval: 50 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
