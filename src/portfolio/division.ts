import { Decimal } from '../money/decimal.js'
import { fraction, fractionText } from '../money/fraction.js'
import { ROUNDING_UNITS, type RoundingUnit } from '../money/rounding.js'
import type { AllocationRule, Claim, FirstCome, Tiers } from './budget.js'
import { type Amount, fenOf } from './fen.js'
import { cutNumber } from './reasons.js'
import { atRate, firstCome, type Grants, nothing, places, proRata, type Quotient, rateOfBudget } from './rules.js'

/** A claim on its way through the purses. */
export interface Member {
  readonly claim: Claim
  readonly place: number
  readonly asked: bigint
  open: bigint
  cut: number
  readonly given: { [purse: string]: string }
}

type Divided = Grants & { readonly rates: readonly { readonly tier?: string | number; readonly rate: string }[] }

/** What a rule gives to claims that stand by id, of what they still ask for. */
export function divide(rule: AllocationRule, members: readonly Member[], budget: bigint): Divided {
  if (rule.rule === 'tiers') return byTier(rule, members, budget)
  const asked = BigInt64Array.from(members, ({ open }) => open)
  if (rule.rule === 'first-come') return { ...inOrder(rule, members, budget), rates: [] }
  const unit = unitFen(rule.unit)
  if (rule.rule === 'pro-rata') {
    const { remainder } = rule
    const bearer = typeof remainder === 'object' ? members.findIndex(({ claim }) => claim.id === remainder.to) : -1
    return { ...proRata(asked, budget, unit, typeof remainder === 'string' ? remainder : bearer < 0 ? 'unspent' : bearer), rates: [] }
  }
  const bases = rule.of === 'amount' ? asked : BigInt64Array.from(members, ({ claim }) => fenOf(claim.base as Amount))
  const rate = rateOfBudget(asked, bases, budget, rule.rateStep === undefined ? undefined : stepOf(rule.rateStep))
  return { ...atRate(asked, bases, budget, unit, rate), rates: rate === undefined ? [] : [{ rate: rateText(rate) }] }
}

function inOrder({ order, last }: FirstCome, members: readonly Member[], budget: bigint): Grants {
  const queue = places(members.length).sort((a, b) => inQueue(order, members[a] as Member, members[b] as Member) || a - b)
  const { given, cuts } = firstCome(
    BigInt64Array.from(queue, (index) => (members[index] as Member).open),
    budget,
    last,
  )
  const placed = { given: new BigInt64Array(members.length), cuts: new Uint8Array(members.length) }
  queue.forEach((index, place) => {
    placed.given[index] = given[place] as bigint
    placed.cuts[index] = cuts[place] as number
  })
  return placed
}

function inQueue(order: FirstCome['order'], a: Member, b: Member): number {
  if (order === 'as-listed') return a.place - b.place
  for (const { key, first } of order) {
    const side = compared(a.claim.keys?.[key] as string | number, b.claim.keys?.[key] as string | number)
    if (side !== 0) return first === 'lowest' ? side : -side
  }
  return 0
}

function byTier({ key, tiers, within }: Tiers, members: readonly Member[], budget: bigint): Divided {
  const given = new BigInt64Array(members.length)
  const cuts = new Uint8Array(members.length)
  const rates: { tier?: string | number; rate: string }[] = []
  let left = budget
  let closed = false
  for (const tier of tiers) {
    const own = members.flatMap(({ claim }, index) => (claim.keys?.[key] === tier ? [index] : []))
    const claims = own.map((index) => members[index] as Member)
    const divided: Divided = closed ? refused(claims) : divide(within, claims, left)
    own.forEach((index, place) => {
      given[index] = divided.given[place] as bigint
      cuts[index] = divided.cuts[place] as number
      left -= given[index]
    })
    closed ||= divided.cuts.some((cut) => cut !== 0)
    rates.push(...divided.rates.map(({ rate }) => ({ tier, rate })))
  }
  return { given, cuts, rates }
}

const refused = (members: readonly Member[]): Divided => ({
  ...nothing(
    BigInt64Array.from(members, ({ open }) => open),
    cutNumber('earlier-tier'),
  ),
  rates: [],
})

/** Whether a rule goes by the order of the list. */
export const goesByListing = (rule: AllocationRule): boolean =>
  rule.rule === 'tiers' ? goesByListing(rule.within) : rule.rule === 'first-come' && rule.order === 'as-listed'

/** Text by its code units, numbers by size. */
export function compared<Value extends string | number | bigint>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whole fen of a unit. */
export const unitFen = (unit: RoundingUnit): bigint => fenOf(ROUNDING_UNITS[unit].yuan)

function stepOf(text: string): Quotient {
  const [whole = '', decimals = ''] = text.split('.')
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)]
}

const rateText = ([top, bottom]: Quotient): string => fractionText(fraction(new Decimal(String(top)), new Decimal(String(bottom))))
