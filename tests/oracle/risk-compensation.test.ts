import { expect, test } from 'vitest'
import { parsePolicy } from '../../src/document/parse.js'
import type { Policy } from '../../src/policy/policy.js'
import { assess, parseFacts } from '../../src/risk-compensation/index.js'
import { answerTo, fenIn, partyAt, policyOf, randomLosses, randomMoney, totals } from '../risk-compensation/random-losses.js'
import { type Exact, exact, fenText, order, roundedUnits } from './exact.js'
import { allocated, bandOf, compensation, difference, type Losses, returnedTo } from './risk-compensation.oracle.js'

const CASES = Number(process.env['ORACLE_CASES'] ?? 5_000)
const FIRST_SEED = Number(process.env['ORACLE_SEED'] ?? 20_260_301)

/** Applications under one document. */
const APPLICATIONS = 20

const seeds = Array.from({ length: CASES }, (_, index) => FIRST_SEED + index)

/** What the engine and the oracle say differently about one random document. */
function disagreements(document: Losses, policy: Policy, seed: number): readonly string[] {
  const wanted = compensation(document)
  const answer = answerTo(document, policy)
  const shares = answer.shares ?? []
  const found = totals(shares)
  const say = (what: string, given: bigint, expected: bigint): string[] =>
    given === expected ? [] : [`seed ${seed}: ${what}: engine ${given}, oracle ${expected}`]
  const borne = Object.values(found).reduce((a, b) => a + b, 0n)
  return [
    ...say('amount', fenIn(answer.amount ?? ''), wanted.amount),
    ...say(
      'sum of the shares',
      borne,
      document.losses.reduce((a, b) => a + b, 0n),
    ),
    ...sharesOfLoans(document, seed, shares),
    ...recovered(document, seed, answer),
  ]
}

/** The shares of each loan: all of its loss; without limits, with one loan rounded half up to the fen, those of the oracle to the fen. */
function sharesOfLoans(document: Losses, seed: number, shares: NonNullable<ReturnType<typeof answerTo>['shares']>): readonly string[] {
  const { cut, exact: parts, amount } = compensation(document)
  return document.losses.flatMap((loss, index) => {
    const own = totals(shares.filter(({ item }) => item === `L${index}`))
    const sum = Object.values(own).reduce((a, b) => a + b, 0n)
    const complaints = sum === loss ? [] : [`seed ${seed}: loan ${index}: shares ${sum} of a loss of ${loss}`]
    if (cut) return complaints
    const inner = (parts[index] ?? []).flatMap((part: Exact, party) => {
      const apart = difference(exact(own[partyAt(party)] ?? 0n), part)
      return order(apart, exact(3n)) < 0 ? [] : [`seed ${seed}: loan ${index}: ${partyAt(party)} is ${apart.over}/${apart.under} fen off`]
    })
    return [...complaints, ...inner, ...(document.losses.length === 1 ? single(document, seed, parts[0] ?? [], amount, own) : [])]
  })
}

/** One loan that no limit cuts: the amount over the public parties, the rest over the others, each by its parts. */
function single(
  { compensating, bearer, losses }: Losses,
  seed: number,
  parts: readonly Exact[],
  amount: bigint,
  own: { readonly [party: string]: bigint },
): readonly string[] {
  const common = parts.reduce((under, part) => under * part.under, 1n)
  const weights = (isPublic: boolean): readonly bigint[] =>
    parts.map((part, party) => (compensating.includes(party) === isPublic ? (part.over * common) / part.under : 0n))
  const [paid, rest] = [allocated(amount, weights(true), bearer), allocated((losses[0] ?? 0n) - amount, weights(false), bearer)]
  if (weights(false).every((weight) => weight === 0n)) return []
  return parts.flatMap((_, party) => {
    const wanted = (paid[party] ?? 0n) + (rest[party] ?? 0n)
    const given = own[partyAt(party)] ?? 0n
    return given === wanted ? [] : [`seed ${seed}: ${partyAt(party)}: engine ${given}, oracle ${wanted}`]
  })
}

function recovered(
  { recovered: money, bearer }: Losses,
  seed: number,
  { shares, returned, recoveries }: ReturnType<typeof answerTo>,
): readonly string[] {
  if (money === undefined) return returned === undefined ? [] : [`seed ${seed}: returned without a recovery`]
  const borne = totals(shares)
  const names = Object.keys(borne)
  const bearerAt = bearer === undefined ? -1 : names.indexOf(partyAt(bearer))
  const wanted = returnedTo(Object.values(borne), money, bearerAt < 0 ? undefined : bearerAt)
  const given = totals(returned)
  const excess = recoveries?.[0]?.excess
  return [
    ...names.flatMap((party, index) =>
      given[party] === wanted.returned[index] ? [] : [`seed ${seed}: ${party} has back ${given[party]}, oracle ${wanted.returned[index]}`],
    ),
    ...(excess === fenText(wanted.excess) ? [] : [`seed ${seed}: excess ${excess}, oracle ${fenText(wanted.excess)}`]),
  ]
}

test(`${CASES} applications under random documents: the compensation, who bears what, what is returned`, () => {
  const wrong = seeds.flatMap((seed) => {
    if (seed % APPLICATIONS !== 0) return []
    const document = randomLosses(seed)
    const policy = policyOf(document)
    return seeds
      .slice(0, APPLICATIONS)
      .flatMap((_, index) => disagreements({ ...document, ...randomMoney(seed + index) }, policy, seed + index))
  })
  expect(wrong.slice(0, 5)).toEqual([])
})

test('bands of the NPL rate: nothing below, linear inside, flat above', () => {
  const place = '示例'
  const policy = parsePolicy({
    id: 'band',
    title: 'band',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'risk-compensation',
        items: { of: 'none' },
        terms: {
          formula: {
            place,
            value: {
              share: '50%',
              of: {
                share: { of: { fact: 'bank.nplRate' }, slices: [{ upTo: '3%', rate: '0%' }, { upTo: '5%', rate: '100%' }, { rate: '0%' }] },
                of: { fact: 'bank.loanBalance' },
              },
            },
          },
        },
        rounding: { place, value: { to: 'fen', mode: 'half-up' } },
      },
    ],
  })
  const rows = seeds.slice(0, 2000).map((seed) => ({ balance: BigInt(seed) * 7919n, rate: BigInt(seed % 900) }))
  const wrong = rows.flatMap(({ balance, rate }) => {
    const nplRate = `0.${String(rate).padStart(4, '0')}`
    const { amount } = assess(policy, parseFacts(policy, { bank: { loanBalance: fenText(balance), nplRate } }))
    const wanted = fenText(roundedUnits(bandOf(balance, rate, 300n, 500n, 5000n), exact(1n), 'half-up'))
    return amount === wanted ? [] : [`${balance} at ${nplRate}: engine ${amount}, oracle ${wanted}`]
  })
  expect(wrong.slice(0, 5)).toEqual([])
})
