import { defineConfig } from 'vitest/config'

/** Pure tests only: a mutant is tried in seconds, and no database stands behind it. */
export default defineConfig({
  test: {
    include: ['{platform,modules}/**/*.test.ts', 'country/*/custody/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.{api,db,authz}.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 1,
  },
})
