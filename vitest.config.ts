import { defineConfig } from 'vitest/config'
import { LongestFirst } from './platform/testing/longest-first.ts'

export default defineConfig({
  test: {
    include: ['{apps,contracts,modules,platform,country,bench,scripts}/**/*.test.{ts,tsx}', 'e2e/**/*.e2e.ts'],
    globalSetup: ['platform/testing/global-setup.ts'],
    setupFiles: ['platform/testing/own-environment.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
})
