import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addTenor, tenorText } from '../../src/dates/tenor.js'
import { fractionText } from '../../src/money/fraction.js'
import { readPrinted } from '../../src/money/printed.js'

test.each([
  ['2025-01-31', { months: 1 }, '2025-02-28'],
  ['2025-01-31', { months: 12 }, '2026-01-31'],
  ['2024-02-29', { months: 12 }, '2025-02-28'],
  ['2025-01-31', { days: 180 }, '2025-07-30'],
  ['2025-01-31', { months: 1, days: 1 }, '2025-03-01'],
  ['2025-01-31', {}, '2025-01-31'],
] as const)('%s and %j is %s', (date, tenor, text) => expect(addTenor(date, tenor)).toBe(text))

describe('tenorText', () => {
  test.each([
    [{ months: 24 }, '2年', '2 years'],
    [{ months: 12 }, '1年', '1 year'],
    [{ months: 18 }, '18个月', '18 months'],
    [{ months: 1 }, '1个月', '1 month'],
    [{ days: 180 }, '180天', '180 days'],
    [{ days: 1 }, '1天', '1 day'],
    [{ months: 13, days: 5 }, '13个月5天', '13 months 5 days'],
    [{ months: 24, days: 1 }, '2年1天', '2 years 1 day'],
    [{}, '0天', '0 days'],
  ] as const)('%j', (tenor, zh, en) => expect([tenorText(tenor, 'zh'), tenorText(tenor, 'en')]).toEqual([zh, en]))

  test('law: the text of months or of days reads back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.constantFrom('months', 'days'),
        fc.constantFrom('zh', 'en'),
        (count, kind, language) => {
          const read = readPrinted(tenorText({ [kind]: count }, language))
          expect([read?.kind, read && fractionText(read.value)]).toEqual([kind, String(count)])
        },
      ),
    )
  })
})
