import { defineConfig } from 'vitest/config'

/**
 * `rules`: the pure columns. `server`: everything that needs the real PostgreSQL, which globalSetup starts once; each
 * test file gets a database of its own, cloned from a migrated and seeded template.
 */
export default defineConfig({
  test: {
    // One more than the cores of the smallest machine: a test of the server waits for the database a third of its time.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'rules',
          // One load of the rules for each worker: they are pure, and what a test of the tools makes it takes away.
          isolate: false,
          include: ['packages/{domain,contract,tools}/src/**/*.test.ts', 'packages/web-*/src/**/*.test.ts'],
          exclude: ['packages/tools/src/**/*.db.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          // One load of the server for each worker: a test file brings its own database, clock and application.
          isolate: false,
          include: ['packages/server/src/**/*.test.ts', 'packages/tools/src/**/*.db.test.ts'],
          globalSetup: ['packages/server/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['packages/e2e/src/**/*.test.ts'],
          globalSetup: ['packages/e2e/src/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
