import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,contracts,modules,platform,country,bench,scripts}/**/*.test.{ts,tsx}', 'e2e/**/*.e2e.ts'],
    globalSetup: ['platform/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
