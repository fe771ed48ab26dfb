import { defineConfig } from 'vitest/config'

// Shanghai had summer time from 1986 to 1991 and Apia has no 2011-12-30: they catch what UTC and New York miss.
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia']

const report = process.env['TEST_REPORT']

export default defineConfig({
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: zones.map((zone) => ({
      test: {
        name: `node ${zone}`,
        environment: 'node' as const,
        env: { TZ: zone },
        testTimeout: 240_000,
        include: ['tests/**/*.test.ts'],
        // The long oracle, the command's streams and what only reads the repository's files answer the same in every zone: once, in UTC.
        exclude: zone === 'UTC' ? [] : ['tests/oracle/**', 'tests/cli/!(assess).test.ts', 'tests/project/!(zone).test.ts'],
      },
    })),
  },
})
