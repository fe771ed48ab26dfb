import type { Assessment, ItemAnswer, PaymentAnswer, ShareAnswer } from '../../src/assessment/assessment.js'
import type { FundRule, InstrumentName } from '../../src/policy/policy.js'
import { add, divide, type Exact, exact, exactOf, moneyOf, multiply, order } from '../oracle/exact.js'

/** A value as an answer states it. */
type Found = string | number | boolean | undefined

/** Reads one expectation off an answer: a value, or values under the names the row gives. */
export type Expectation = (answer: Assessment, expected: unknown) => unknown

/** A worksheet entry of the applicant, else of the first loan, line or deal that counts. */
const entry =
  (name: string): Expectation =>
  (answer) =>
    (answer.worksheet[name] ?? answer.items.find(({ counted }) => counted)?.worksheet[name])?.value

const payment =
  (name: keyof PaymentAnswer): Expectation =>
  (answer) =>
    answer.payments[0]?.[name]

/** The payers of a row and what the documents call them. */
const PAYERS: { readonly [payer: string]: string } = { central: 'central', provincial: 'province', city: 'city', district: 'district' }

const payers: Expectation = (answer, expected) =>
  Object.fromEntries(
    Object.keys(expected as object).map((payer) => [payer, answer.payers.find(({ party }) => party === PAYERS[payer])?.amount]),
  )

const ofItem = (item: ItemAnswer | undefined, name: string): Found =>
  name === 'id' ? item?.id : name !== 'subsidy' ? item?.worksheet[name]?.value : item?.counted === false ? '0' : item?.amount

const perLoan: Expectation = (answer, expected) =>
  (expected as readonly { readonly id: string }[]).map((row) => {
    const item = answer.items.find(({ id }) => id === row.id)
    return Object.fromEntries(Object.keys(row).map((name) => [name, ofItem(item, name)]))
  })

const inYuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`

const sumOf = (shares: readonly ShareAnswer[]): string =>
  inYuan(shares.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n))

/** What each party of a row bears in all, or of one kind of loss: `bankPrincipal`. */
const borne: Expectation = ({ shares = [] }, expected) =>
  Object.fromEntries(
    Object.keys(expected as object).map((name) => {
      const [, party = name, kind] = /^(bank)(Principal|Interest)$/.exec(name) ?? []
      return [name, sumOf(shares.filter((share) => share.party === party && (kind === undefined || share.of === kind.toLowerCase())))]
    }),
  )

const returned: Expectation = (answer, expected) =>
  Object.fromEntries(
    Object.keys(expected as object).map((name) => [name, sumOf((answer.returned ?? []).filter(({ party }) => party === name))]),
  )

/** The parties whose stated shares break a clause. */
const violations: Expectation = ({ clauses, items }) =>
  [...clauses, ...items.flatMap((item) => item.clauses)].flatMap(({ fact, result }) =>
    result === 'not-met' && fact?.startsWith('shares.') === true ? [fact.slice('shares.'.length)] : [],
  )

/** What rows call a fuse that stops nothing. */
const fuse: Expectation = ({ fuses = [] }, expected) => {
  const state = fuses[0]?.state
  return state === 'normal' && expected === 'compensate' ? 'compensate' : state
}

/** What each policy brings; one that is left out brings nothing. */
const perPolicy: Expectation = (answer, expected) =>
  (expected as readonly { readonly id: string }[]).map((row) => {
    const item = answer.items.find(({ id }) => id === row.id)
    return Object.fromEntries(
      Object.keys(row).map((name) => [name, name === 'subsidy' && item?.counted === false ? '0' : ofItem(item, name)]),
    )
  })

const HUNDRED = exact(100n)

/** What each party of a row has of the gain: all tiers but the return of capital, carry and concessions apart. */
const gainShares: Expectation = (answer, expected) =>
  Object.fromEntries(
    Object.keys(expected as object).map((party) => {
      const own = (answer.shares ?? []).filter((share) => share.party === party && ['preferred', 'split'].includes(share.of ?? ''))
      return [party, moneyOf(own.map(({ amount }) => exactOf(amount)).reduce(add, exact(0n)))]
    }),
  )

/** Under which rule of a guidance fund each key of a row's `expect` is answered. */
export const RULES: { readonly [key: string]: FundRule } = {
  maximumContribution: 'contribution',
  withinRatio: 'contribution',
  largestHolder: 'contribution',
  allowed: 'contribution',
  relaxedCap: 'contribution',
  requiredInvestment: 'reinvestment',
  countedReinvestment: 'reinvestment',
  price: 'exit-price',
  priceFloor: 'exit-price',
  maximumFollowOn: 'follow-on',
  countedInvestment: 'risk-subsidy',
  subsidy: 'risk-subsidy',
  perDeal: 'risk-subsidy',
  maximumReward: 'concession',
  fee: 'fee',
  privateOverPublic: 'leverage',
  totalOverPublic: 'leverage',
  mayLeave: 'early-exit',
  capitalReturned: 'distribution',
  preferred: 'distribution',
  catchUp: 'distribution',
  splitLp: 'distribution',
  splitGp: 'distribution',
  totalLp: 'distribution',
  totalGp: 'distribution',
  gainLp: 'distribution',
  gainGp: 'distribution',
  gain: 'distribution',
  manager: 'distribution',
  shares: 'distribution',
  carryDue: 'distribution',
  clawBack: 'distribution',
}

const amount: Expectation = (answer) => answer.amount

/** Whether a clause of the applicant is met. */
const isMet =
  (id: string): Expectation =>
  ({ clauses }) =>
    clauses.find((clause) => clause.id === id)?.result === 'met'

/** Where each key of a row's `expect` stands in the answer. A key that is not here fails its row. */
export const EXPECTATIONS: { readonly [instrument in InstrumentName]?: { readonly [key: string]: Expectation } } = {
  'interest-subsidy': {
    subsidy: amount,
    eligible: ({ outcome }) => outcome !== 'refused',
    beforeCap: entry('beforeLimits'),
    payers,
    perLoan,
    perMonth: payment('perMonth'),
    refundForElapsedMonths: payment('refundForElapsedMonths'),
    remainingMonths: payment('remainingMonths'),
    countedPrincipal: entry('countedPrincipal'),
    countedMonths: entry('countedMonths'),
    countedDays: entry('countedDays'),
    periodStart: entry('periodStart'),
    periodEnd: entry('periodEnd'),
    countedInterest: entry('countedInterest'),
    countedRate: entry('countedRate'),
    ceilingRate: entry('ceilingRate'),
    referenceRate: entry('referenceRate'),
    appliedRate: entry('appliedRate'),
    netAnnualRate: entry('netAnnualRate'),
    netAnnualRatePercent: (answer, expected) => {
      const rate = entry('netAnnualRate')(answer, expected)
      return typeof rate === 'string' ? moneyOf(multiply(quotientOf(rate), HUNDRED)) : undefined
    },
  },
  'premium-subsidy': {
    subsidy: amount,
    eligible: ({ outcome }) => outcome !== 'refused',
    covered: ({ reasons }) => !reasons.some(({ code }) => code === 'not-covered'),
    beforeCap: entry('beforeLimits'),
    perPolicy,
    clawBack: ({ corrections }) => corrections?.[0]?.clawBack,
    countedInsuredAmount: entry('countedInsuredAmount'),
    countedPremium: entry('countedPremium'),
    payee: ({ recipients }) => recipients?.map(({ recipient }) => recipient).join(', '),
  },
  'guidance-fund': {
    capitalReturned: entry('capitalReturned'),
    preferred: entry('preferredReturn'),
    catchUp: entry('catchUp'),
    splitLp: entry('splitToInvestors'),
    splitGp: entry('splitToManager'),
    totalLp: entry('totalToInvestors'),
    totalGp: entry('totalToManager'),
    gainLp: entry('gainToInvestors'),
    gainGp: entry('gainToManager'),
    gain: entry('gain'),
    manager: entry('carry'),
    shares: gainShares,
    carryDue: entry('carryDue'),
    clawBack: entry('clawBack'),
    maximumContribution: amount,
    withinRatio: isMet('ratio'),
    largestHolder: (answer, expected) => isMet('not-largest')(answer, expected) === false,
    allowed: ({ outcome }) => outcome !== 'refused',
    // The ordinary cap is not among the limits where it is relaxed.
    relaxedCap: ({ limits }) => !limits.some(({ id }) => id === 'ratio'),
    requiredInvestment: entry('requiredReinvestment'),
    countedReinvestment: amount,
    price: amount,
    priceFloor: (answer) => (answer.meaning === 'not-below' ? answer.amount : answer.meaning),
    maximumFollowOn: amount,
    countedInvestment: entry('countedInvestment'),
    subsidy: amount,
    perDeal: perLoan,
    maximumReward: amount,
    fee: amount,
    privateOverPublic: entry('privateOverPublic'),
    totalOverPublic: entry('totalOverPublic'),
    mayLeave: ({ outcome }) => outcome === 'granted',
  },
  'risk-compensation': {
    compensation: amount,
    reward: amount,
    eligible: ({ outcome }) => outcome !== 'refused',
    valid: ({ outcome }) => outcome !== 'refused',
    beforeCap: entry('beforeLimits'),
    rate: entry('compensationRate'),
    shares: borne,
    returned,
    bounds: (answer, expected) => Object.fromEntries(Object.keys(expected as object).map((name) => [name, entry(name)(answer, expected)])),
    violations,
    fuse,
    pool: entry('pool'),
    loans: entry('loans'),
    requiredLoans: entry('requiredLoans'),
    leverageMet: ({ clauses }) => clauses.find(({ id }) => id === 'leverage')?.result === 'met',
    // What does not count has nothing that counts.
    countedPrincipal: (answer, expected) =>
      answer.items.some(({ counted }) => counted) ? entry('countedPrincipal')(answer, expected) : '0',
  },
}

/** A decimal text, or a quotient `n/d`. */
function quotientOf(text: string): Exact {
  const [over = '', under] = text.split('/')
  return under === undefined ? exactOf(over) : divide(exactOf(over), exactOf(under))
}

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** What was found, in the words of the expectation where the two are the same: amounts to the fen, rates exactly, counts as numbers. */
export function inWordsOf(expected: unknown, found: unknown): unknown {
  if (Array.isArray(expected)) return Array.isArray(found) ? expected.map((one, index) => inWordsOf(one, found[index])) : found
  if (typeof expected === 'object' && expected !== null) {
    const values = found as { readonly [key: string]: unknown } | undefined
    return Object.fromEntries(Object.entries(expected).map(([key, one]) => [key, inWordsOf(one, values?.[key])]))
  }
  if (typeof found !== 'string') return found
  if (typeof expected === 'number') return isDecimal(found) ? Number(found) : found
  if (typeof expected !== 'string' || !isDecimal(expected) || !/^-?\d+(\.\d+)?(\/\d+)?$/.test(found)) return found
  if (/\.\d\d$/.test(expected)) return moneyOf(quotientOf(found))
  return order(exactOf(expected), quotientOf(found)) === 0 ? expected : found
}
