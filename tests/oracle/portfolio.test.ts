import { expect, test } from 'vitest'
import { allocateBudget } from '../../src/portfolio/index.js'
import { expectedProRata, expectedTiers, type OracleClaim, type OracleRule } from './portfolio.oracle.js'
import { fenAsYuan, randomFrom } from './random-cases.js'

const CASES = Number(process.env['ORACLE_CASES'] ?? 100_000) / 20
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 20_260_101)
const UNITS = [
  ['fen', '0.01'],
  ['yuan', '1'],
  ['hundred-yuan', '100'],
] as const

test('pro rata and tiers give to the fen what the definition says', () => {
  const wrong: string[] = []
  let cut = 0
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed += 1) {
    const random = randomFrom(seed)
    const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
    const pick = <Value>(...values: readonly [Value, ...Value[]]): Value => values[whole(0, values.length - 1)] as Value
    const money = (most: number): string => fenAsYuan(whole(0, most))
    const [unit, size] = pick<(typeof UNITS)[number]>(...UNITS)
    const scale = pick(3, 1_000, 100_000, 90_000_000)
    const claims: OracleClaim[] = Array.from({ length: whole(1, 9) }, (_, index) => ({
      id: `${whole(0, 9)}-${index}`,
      amount: money(scale),
      tier: pick('A', 'B', 'C'),
    }))
    const budget = money(scale * whole(1, 5))
    const remainder = pick<OracleRule['remainder']>('largest-remainder', 'unspent', { to: (claims[0] as OracleClaim).id })
    const listed = claims.map(({ id, amount, tier }) => ({ id, amount, keys: { tier } }))
    const rule = { rule: 'pro-rata', unit, remainder } as const
    const given = (how: Parameters<typeof allocateBudget>[1]) => {
      const answer = allocateBudget(listed, how)
      cut += answer.claims.filter(({ reason }) => reason !== undefined).length
      return Object.fromEntries(answer.claims.map(({ id, given: amount }) => [id, amount]))
    }
    const check = (what: string, found: object, wanted: object) => {
      const sorted = (record: object) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
      if (sorted(found) !== sorted(wanted)) wrong.push(`${seed} ${what}: library ${sorted(found)}, oracle ${sorted(wanted)}`)
    }
    check('pro rata', given({ amount: budget, rule }), expectedProRata(claims, budget, { unit: size, remainder }))
    const tiers = ['B', 'A', 'C']
    const tiered = { rule: 'tiers', key: 'tier', tiers, within: rule } as const
    check('tiers', given({ amount: budget, rule: tiered }), expectedTiers(claims, budget, { unit: size, remainder }, tiers))
  }
  expect(wrong.slice(0, 5)).toEqual([])
  expect(cut).toBeGreaterThan(CASES)
}, 600_000)
