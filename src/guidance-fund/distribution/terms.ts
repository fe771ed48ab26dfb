import type { Extras } from '../../assessment/assessment.js'
import type { CompiledClause } from '../../assessment/clause.js'
import { type CompiledTerms, type Instrument, mustHaveSource } from '../../assessment/compile.js'
import type { Context, Evaluate } from '../../assessment/context.js'
import { dayCountAt } from '../../assessment/day-count.js'
import { askFor, fault, type Scope, sourceOf, within } from '../../assessment/scope.js'
import { DAY_COUNTS, type DayCountName } from '../../dates/day-counts.js'
import type { Decimal } from '../../money/decimal.js'
import { type Fraction, fraction, minus } from '../../money/fraction.js'
import { moneyText } from '../../money/rounding.js'
import type { DistributionTerms } from '../../policy/distribution.js'
import type { FundTerms } from '../../policy/policy.js'
import type { FundFlow } from '../../waterfall/distribution.js'
import type { Tier } from '../../waterfall/tiers.js'
import {
  allKnown,
  ask,
  dealOf,
  fundFlows,
  type Holder,
  holdersOf,
  type Moment,
  remainingValueIn,
  type StatedDeal,
  together,
} from './facts.js'
import { byContribution, type Distribution, dealByDeal, firstPromise, type Rule, someonePaidIn, wholeFund } from './formula.js'
import { type Description, measuresOf, sharesOf, partiesOf as standingsOf, worksheetOf } from './lines.js'
import { namedBy, partiesOf } from './parties.js'
import { type CompiledConcession, type CompiledTier, compileConcession, compileTier, shareOf } from './tiers.js'

/** A document's distribution, ready to be worked out for the flows of a fund. */
interface Compiled {
  readonly written: DistributionTerms
  readonly tiers: readonly CompiledTier[]
  readonly concessions: readonly CompiledConcession[]
  readonly taxShare: Evaluate | undefined
  readonly dayCount: DayCountName | undefined
}

/** Compiles the terms of a distribution; `item` is what the items of the part are. */
function compileDistribution(written: DistributionTerms, scope: Scope): CompiledTerms {
  for (const key of ['basis', 'manager', 'investors', 'dayCount', 'clawBack', 'publicMoney', 'oddFenTo'] as const) {
    const value = written[key]
    if (value !== undefined) mustHaveSource(value, within(scope, key))
  }
  const wanted = written.basis.value === 'whole-fund' ? 'none' : 'deal'
  if (scope.vocabulary.item !== wanted) fault(within(scope, 'basis'), 'unknown-items', scope.vocabulary.item, wanted)
  for (const name of ASKED[written.basis.value]) askFor(name, scope)
  const compiled: Compiled = {
    written,
    tiers: written.tiers.map((tier, index) => compileTier(tier, written.manager.value, within(within(scope, 'tiers'), index, tier))),
    concessions: (written.concessions ?? []).map((one, index) => compileConcession(one, within(within(scope, 'concessions'), index, one))),
    taxShare:
      written.clawBack &&
      shareOf(written.clawBack.value.taxShare ?? '0', within(within(within(scope, 'clawBack', written.clawBack), 'value'), 'taxShare')),
    dayCount: written.dayCount && dayCountAt(written.dayCount.value, within(within(scope, 'dayCount'), 'value')),
  }
  const unbounded = written.tiers.findIndex(({ tier, when }) => tier === 'split' && when === undefined)
  if (unbounded >= 0 && unbounded < written.tiers.length - 1)
    fault(within(within(scope, 'tiers'), unbounded + 1), 'order', undefined, 'tiers')
  const timed =
    written.tiers.some(({ tier }) => tier === 'preferred') || (written.concessions ?? []).some(({ value }) => value.above !== undefined)
  if (timed && written.dayCount === undefined) fault(within(scope, 'dayCount'), 'absent', undefined, 'day-count')
  const known = new WeakMap<Context, Worked>()
  return {
    values: undefined,
    perApplicant: true,
    gross: (context) => {
      const worked = work(compiled, context)
      if (worked === undefined) return undefined
      known.set(context, worked)
      return fraction(worked.amount)
    },
    finish: ({ id }, _amount, context) => inPart(known.get(context)?.extras ?? {}, id),
    prepare: () => {},
    show: () => {},
  }
}

const COMMON = ['fund.capital', 'fund.contributions', 'fund.holdingYears', 'holder.id', 'holder.kind', 'holder.contribution'] as const
const ASKED = {
  'whole-fund': [
    ...COMMON,
    'flows.proceeds',
    'flows.recovered',
    'flows.gain',
    'flows.profitPool',
    'flows.preferredAmount',
    'flows.remainingValue',
    'paidIn.date',
    'paidIn.amount',
    'paidIn.holder',
    'paidIn.yearsBeforeDistribution',
    'paidOut.date',
    'paidOut.amount',
  ],
  'deal-by-deal': [
    ...COMMON,
    'flows.preferredAmount',
    'deal.invested',
    'deal.investedDate',
    'deal.exitDate',
    'deal.proceeds',
    'deal.gain',
    'deal.carryPaid',
  ],
} as const

/** What a distribution comes to and what is said about it. */
interface Worked {
  readonly amount: Decimal
  readonly extras: Extras
}

/** The distribution of the stated flows; undefined where something is unknown, or where nobody is there to share a gain. */
function work(compiled: Compiled, context: Context): Worked | undefined {
  const { written } = compiled
  const holders = holdersOf(context, written.investors?.value ?? 'investors')
  const parties = partiesOf(holders ?? [], written.manager.value)
  const active = standing(compiled.tiers, context)
  const conceding = standing(compiled.concessions, context)
  const tiers = active && allKnown(active.map(({ tier }) => tier(context, parties)))
  const concessions = conceding && allKnown(conceding.map(({ concession }) => concession(context, parties)))
  const taxShare = compiled.taxShare === undefined ? 'no claw-back' : compiled.taxShare(context)
  if (holders === undefined || tiers === undefined || concessions === undefined || taxShare === undefined) return undefined
  const needs = {
    inFull: tiers.some(({ kind }) => kind === 'preferred' || kind === 'preference'),
    timed: tiers.some(({ kind }) => kind === 'preferred') || concessions.some(({ above }) => above !== undefined),
  }
  const money = moneyOf(context, holders, needs, written.basis.value === 'deal-by-deal')
  if (money === undefined) return undefined
  const shared = money.byWeights ? byContribution(tiers, parties.weights) : tiers
  if (shared === undefined || (!money.byWeights && !someonePaidIn(shared, money.flows))) {
    context.notCovered = { path: 'distribution.tiers', source: active?.at(-1)?.source ?? {} }
    return undefined
  }
  const rule: Rule = {
    manager: parties.manager,
    tiers: shared,
    years: yearsBy(compiled.dayCount),
    concessions,
    ...(written.oddFenTo && { oddFenTo: namedBy(written.oddFenTo.value, holders)[0] ?? written.oddFenTo.value }),
    ...(taxShare !== 'no claw-back' && { taxShare }),
  }
  const distribution =
    money.deals === undefined ? wholeFund(rule, money.flows, parties.weights) : dealByDeal(rule, money.deals, parties.weights)
  const about: Description = {
    manager: parties.manager,
    tiers: active ?? [],
    concessions: (conceding ?? []).map(({ source }) => source),
    clawBack: sourceOf(written.clawBack ?? {}),
    distribution: sourceOf(written.basis),
  }
  show(distribution, about, money.flows, context)
  return {
    amount: distribution.runs.length > 0 ? distribution.distributed : (distribution.clawBack?.amount ?? distribution.distributed),
    extras: { ...sharesOf(distribution, about), ...promisesOf(written.publicMoney, { tiers: shared, holders, about }) },
  }
}

/** Answers of one of several parts carry its name. */
function inPart(extras: Extras, part: string | undefined): Extras {
  if (part === undefined) return extras
  const named = <Answer>(answers: readonly Answer[] | undefined) => answers?.map((answer) => ({ ...answer, part }))
  const { shares, returned, flags } = { shares: named(extras.shares), returned: named(extras.returned), flags: named(extras.flags) }
  return { ...(shares && { shares }), ...(returned && { returned }), ...(flags && { flags }) }
}

/** Whether other investors are paid before public money: a promise of principal or of a return, which an official must look at. */
function promisesOf(
  publicMoney: DistributionTerms['publicMoney'],
  { tiers, holders, about }: { readonly tiers: readonly Tier[]; readonly holders: readonly Holder[]; readonly about: Description },
): Extras {
  if (publicMoney === undefined) return {}
  const isPublic = ({ name, kind }: Holder): boolean => publicMoney.value.some((word) => word === name || word === kind)
  const at = firstPromise(
    tiers,
    holders.filter(isPublic).map(({ name }) => name),
  )
  return {
    flags: [
      {
        id: 'principal-promised',
        label: PRINCIPAL_PROMISED,
        result: at < 0 ? 'not-raised' : 'raised',
        source: at < 0 ? sourceOf(publicMoney) : (about.tiers[at]?.source ?? {}),
      },
    ],
  }
}

const PRINCIPAL_PROMISED = {
  zh: '其他出资人先于财政出资收回：向其承诺本金或最低收益，与财预〔2015〕210号第十三条不符，除非另有规定',
  en: 'others are paid before public money: a promise of principal or of a minimum return, against article 13 of 财预〔2015〕210号 unless a special rule applies',
}

/** Those whose clauses are met; undefined where that is unknown of one. */
function standing<Conditional extends { readonly when: CompiledClause | undefined }>(
  all: readonly Conditional[],
  context: Context,
): readonly Conditional[] | undefined {
  const met = all.map(({ when }) => (when === undefined ? true : when.test(context)))
  return met.includes(undefined) ? undefined : all.filter((_, index) => met[index] === true)
}

/** The money at hand: the fund's, or that of the deals that count. */
interface MoneyAtHand {
  readonly flows: readonly FundFlow<Moment>[]
  readonly deals?: readonly StatedDeal[]
  /** Whether gain goes by the weights of the holders, since not all of them paid into the flows at hand. */
  readonly byWeights: boolean
}

function moneyOf(
  context: Context,
  holders: readonly Holder[],
  { inFull, timed }: { readonly inFull: boolean; readonly timed: boolean },
  ofDeals: boolean,
): MoneyAtHand | undefined {
  if (!ofDeals) {
    const stated = fundFlows(context, holders)
    if (stated === undefined) return undefined
    if (timed && stated.untimed !== undefined) return ask(context, ...stated.untimed)
    return { flows: stated.flows, byWeights: stated.flows.every((flow) => 'proceeds' in flow) }
  }
  const deals = allKnown(context.items.map((item) => dealOf(context, item, holders, inFull)))
  if (deals === undefined) return undefined
  const untimed = deals.flatMap(({ flows }) => (flows?.untimed === undefined ? [] : [flows.untimed]))
  if (timed && untimed.length > 0) {
    for (const missing of untimed) ask(context, ...missing)
    return undefined
  }
  return { flows: together(deals.flatMap(({ flows }) => flows ?? [])), deals, byWeights: true }
}

/** Years between the flows of one fund: all are dated, or none is. */
function yearsBy(dayCount: DayCountName = 'actual/365'): Rule['years'] {
  return (from, until) => {
    if (typeof from === 'string' && typeof until === 'string') return DAY_COUNTS[dayCount].yearFraction(from, until)
    return minus(until as Fraction, from as Fraction)
  }
}

/** Writes what was worked out on the way to the worksheets of the fund and of its deals. */
function show(distribution: Distribution, about: Description, flows: readonly FundFlow<Moment>[], context: Context): void {
  if (context.worksheet !== undefined) {
    const measures = distribution.runs.length === 0 ? {} : measuresOf(flows, distribution, remainingValueIn(context), about.distribution)
    Object.assign(context.worksheet, worksheetOf(distribution, about), standingsOf(distribution, about.distribution), measures)
  }
  for (const { id, gain, carry } of distribution.deals) {
    const worksheet = context.items.find((item) => item.id === id)?.worksheet
    if (worksheet === undefined) continue
    worksheet['dealGain'] = { kind: 'amount', value: moneyText(gain), source: about.distribution }
    worksheet['carryPaid'] = { kind: 'amount', value: moneyText(carry), source: about.distribution }
  }
}

/** Compiles the terms of a part that distributes. */
export const compilePart: NonNullable<Instrument['compileTerms']> = ({ terms }, kind, scope) => {
  const { distribution } = terms as FundTerms
  for (const key of ['formula', 'shown', 'measures'] as const) {
    if ((terms as FundTerms)[key] !== undefined) fault(within(scope, key), 'unknown-term', key, 'distribution')
  }
  if (distribution !== undefined) return compileDistribution(distribution, within(scope, 'distribution'))
  fault(within(scope, 'distribution'), 'absent', undefined, 'distribution')
  return kind.compileTerms(terms, scope)
}
