import { describe, expect, test } from 'vitest'
import { agreement, answered, type BareTier, fenBy, fenOf, yuanOf } from '../guidance-fund/distribution/documents.js'
import { type OracleAgreement, oracleAgreement, oracleClawBack, oracleConcession } from './distribution.oracle.js'
import { add, type Exact, exact, roundedUnits } from './exact.js'
import { randomFrom } from './random-cases.js'
import { payeesInFen } from './waterfall.oracle.js'

const CASES = Number(process.env['ORACLE_CASES'] ?? 20_000) / 40
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 20_261_127)
const FEN = exact(1n)

type Compared = readonly (readonly [what: string, given: bigint | undefined, wanted: bigint])[]

function drawFrom(seed: number) {
  const random = randomFrom(seed)
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const oneOf = <Value>(...values: readonly Value[]): Value => values[whole(0, values.length - 1)] as Value
  const fen = (): bigint => BigInt(oneOf(whole(1, 300), whole(1, 10_000_000), whole(1, 2_000_000_000)))
  return { whole, oneOf, fen }
}

const text = ({ over, under }: Exact): '1/3' => `${over}/${under}` as '1/3'
const fenIn = (value: Exact): bigint => roundedUnits(value, FEN, 'half-up')

/** A random agreement as a document and on paper: who has what, in fen. */
function compareAgreement(seed: number): Compared {
  const { whole, oneOf, fen } = drawFrom(seed)
  const count = whole(1, 4)
  const parties = Array.from({ length: count }, (_, party) => `p${party}`)
  const interest = oneOf('none' as const, 'simple' as const, 'compound' as const)
  const last = count > 1 && oneOf(true, false)
  const all = parties.map((_, party) => party)
  const paper: OracleAgreement = {
    order: last ? [all.slice(0, -1), all.slice(-1)] : [all],
    contributions: parties.map(() => fen()),
    years: whole(0, 6),
    rate: exact(BigInt(whole(0, 1500)), 10_000n),
    interest,
    toManager: interest === 'none' ? undefined : oneOf(undefined, exact(BigInt(whole(0, 10)), 10n)),
    carry: exact(BigInt(whole(0, 10)), 20n),
    conceded: exact(BigInt(whole(0, 4)), 4n),
    above: oneOf(undefined, exact(BigInt(whole(0, 800)), 10_000n)),
  }
  // The manager may be the last investor too; who concedes never is the manager, unless it is alone.
  const manager = oneOf('manager', parties[count - 1] as string)
  const carry = text(paper.carry)
  const tiers: readonly BareTier[] = [
    ...(last
      ? ([
          { tier: 'capital', to: { except: [parties[count - 1] as string] } },
          { tier: 'capital', to: [parties[count - 1] as string] },
        ] as const)
      : [{ tier: 'capital' } as const]),
    ...(interest === 'none' ? [] : [{ tier: 'preferred', rate: text(paper.rate), interest } as const]),
    ...(paper.toManager === undefined ? [] : [{ tier: 'catch-up', toManager: text(paper.toManager), carry } as const]),
    { tier: 'split', carry },
  ]
  const concession = {
    by: ['p0'],
    share: text(paper.conceded),
    to: { thirds: '1/1' },
    ...(paper.above && { above: { rate: text(paper.above), interest: 'simple' } as const }),
  } as const
  const proceeds = fen()
  const policy = agreement({ tiers, concessions: [concession], oddFenTo: 'p0', manager })
  const answer = answered(policy, {
    fund: {
      contributions: Object.fromEntries(parties.map((party, index) => [party, yuanOf(paper.contributions[index] as bigint)])),
      holdingYears: String(paper.years),
    },
    flows: { proceeds: yuanOf(proceeds) },
  })
  const wanted = oracleAgreement(paper, proceeds)
  const sums = parties.map((_, party) =>
    [wanted.capital, wanted.preferred, wanted.gain].reduce((sum, list) => add(sum, list[party] as Exact), exact(0n)),
  )
  const own = parties.indexOf(manager)
  const totals = own < 0 ? [...sums, wanted.carry] : sums.map((sum, party) => (party === own ? add(sum, wanted.carry) : sum))
  const paid = fenBy(answer.shares, ({ of }) => of?.startsWith('concession') !== true)
  const carried = fenBy(answer.shares, ({ of, party }) => party === 'p0' && of?.endsWith(':carry') === true)['p0'] ?? 0n
  const given = fenBy(answer.shares, ({ of, party }) => of === 'concession' && party === 'p0')['p0'] ?? 0n
  const payees = (totals[0] as Exact).over > 0n ? payeesInFen(totals, 0, proceeds) : undefined
  return [
    ...(payees ?? []).map((amount, party) => [`party ${party}`, paid[parties[party] ?? manager] ?? 0n, amount] as const),
    ['conceded', -given, fenIn(oracleConcession(paper, paper.contributions[0] as bigint, (paid['p0'] ?? 0n) - carried))],
  ]
}

/** Deals with claw-back as a document and on paper; amounts are multiples of twenty fen, so that the carry of each deal is whole. */
function compareClawBack(seed: number): Compared {
  const { whole, oneOf, fen } = drawFrom(seed)
  const deals = Array.from({ length: whole(1, 6) }, () => ({ invested: fen() * 20n, proceeds: oneOf(0n, fen() * 20n) }))
  const carry = exact(BigInt(whole(0, 20)), 20n)
  const taxShare = oneOf(exact(0n), exact(1n, 4n), exact(1n, 3n))
  const policy = agreement({
    basis: 'deal-by-deal',
    tiers: [{ tier: 'capital' }, { tier: 'split', carry: text(carry) }],
    clawBack: { taxShare: text(taxShare) },
  })
  const stated = deals.map(({ invested, proceeds }, index) => ({ id: `d${index}`, invested: yuanOf(invested), proceeds: yuanOf(proceeds) }))
  const { worksheet } = answered(policy, { deals: stated })
  const wanted = oracleClawBack(deals, carry, taxShare)
  const found = (name: string): bigint => fenOf(worksheet[name]?.value ?? '')
  return [
    ['carry', found('carry'), fenIn(wanted.paid)],
    ['due', found('carryDue'), fenIn(wanted.due)],
    ['claw-back', found('clawBack'), fenIn(wanted.back)],
  ]
}

describe('the oracle agrees on documents', () => {
  test.each([
    ['agreements', compareAgreement],
    ['claw-back', compareClawBack],
  ] as const)('%s', (_, compare) => {
    const found: string[] = []
    for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES && found.length < 5; seed += 1) {
      found.push(
        ...compare(seed).flatMap(([what, given, wanted]) =>
          given === wanted ? [] : [`seed ${seed}: ${what}: engine ${given}, oracle ${wanted}`],
        ),
      )
    }
    expect(found).toEqual([])
  })
})
