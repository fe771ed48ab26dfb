import { defineConfig } from 'vitest/config'

// Shanghai had summer time from 1986 to 1991 and Apia has no 2011-12-30: they catch what UTC and New York miss.
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia']

// What reads days runs in every zone; the rest answers the same everywhere and runs once, in UTC.
const datedTests = [
  'tests/{assessment,dates,loan,reference-rates}/**/*.test.ts',
  'tests/interest-subsidy/vocabulary.test.ts',
  'tests/policies/*.test.ts',
  'tests/project/zone.test.ts',
]

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
        // The library holds no state, so the files of a worker share its modules.
        isolate: false,
        include: zone === 'UTC' ? ['tests/**/*.test.ts'] : datedTests,
      },
    })),
  },
})
