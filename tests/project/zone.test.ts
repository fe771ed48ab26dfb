import { expect, test } from 'vitest'

/** Noon UTC, in minutes behind UTC: the offset of a summer day of 2026, and of a day on which only this zone is different. */
const zones: Readonly<Record<string, { readonly summer2026: number; readonly summer1988: number; readonly december2011: string }>> = {
  UTC: { summer2026: 0, summer1988: 0, december2011: '2011-12-30' },
  'Asia/Shanghai': { summer2026: -480, summer1988: -540, december2011: '2011-12-30' },
  'America/New_York': { summer2026: 240, summer1988: 240, december2011: '2011-12-30' },
  'Pacific/Apia': { summer2026: -780, summer1988: 660, december2011: '2011-12-31' },
}

test('the time zone of this run took effect', () => {
  const zone = process.env['TZ'] ?? ''
  const day = new Date(2011, 11, 30, 12)
  const given = {
    summer2026: new Date('2026-07-01T12:00:00Z').getTimezoneOffset(),
    summer1988: new Date('1988-07-01T12:00:00Z').getTimezoneOffset(),
    december2011: `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`,
  }
  expect(given).toEqual(zones[zone])
})
