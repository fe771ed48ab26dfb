import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DAY_COUNTS } from '../../src/dates/day-counts.js'
import { decimalOf } from '../../src/money/decimal.js'
import { fraction } from '../../src/money/fraction.js'
import { ROUNDING_MODES, ROUNDING_UNITS, type RoundingMode, round } from '../../src/money/rounding.js'

const rowsOf = (page: string): readonly (readonly string[])[] =>
  readFileSync(new URL(`../../docs/reference/${page}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )

test('the page of day counts has one row for each, in order', () => {
  expect(rowsOf('day-counts.md').map(([name]) => name)).toEqual(Object.keys(DAY_COUNTS))
})

test('the page of roundings has one row for each, and its examples are what comes out', () => {
  const rows = rowsOf('roundings.md')
  const units = Object.entries(ROUNDING_UNITS).map(([name, { yuan }]) => [name, yuan])
  expect(rows.slice(0, units.length).map(([name, yuan]) => [name, yuan])).toEqual(units)
  const examples = ['1.5', '2.5', '-1.5', '1.2', '-1.2'].map((text) => fraction(decimalOf(text)))
  expect(rows.slice(units.length).map(([name, , ...results]) => [name, ...results.map((text) => text.replace('−', '-'))])).toEqual(
    (Object.keys(ROUNDING_MODES) as RoundingMode[]).map((mode) => [
      mode,
      ...examples.map((value) => round(value, { to: 'yuan', mode }).toFixed()),
    ]),
  )
})
