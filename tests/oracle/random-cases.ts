import type { Policy, Limit as PolicyLimit } from '../../src/policy/policy.js'
import type { Quantity } from '../../src/policy/quantity.js'
import { exact, exactOf } from './exact.js'
import {
  type Amount,
  type Application,
  dateAt,
  dayAt,
  type Figure,
  type Limit,
  type Loan,
  type Movement,
  type Rate,
  type Terms,
  type Total,
} from './interest-subsidy.oracle.js'

/** Numbers that come in the same order from the same seed. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Draws of one case. */
class Draw {
  readonly random: Random
  constructor(random: Random) {
    this.random = random
  }
  whole(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1))
  }
  chance(share: number): boolean {
    return this.random() < share
  }
  of<Value>(...values: readonly Value[]): Value {
    return values[this.whole(0, values.length - 1)] as Value
  }
  /** Basis points as a document prints them. */
  points(least: number, most: number): Figure {
    const count = this.whole(least, most)
    const percent = String(count / 100)
    return { text: this.of(`${percent}%`, `${percent}个百分点`, `${count}BP`), value: exact(BigInt(count), 10_000n) }
  }
  share(): Figure {
    return this.of(
      { text: '50%', value: exact(1n, 2n) },
      { text: '30%', value: exact(3n, 10n) },
      { text: '80%', value: exact(4n, 5n) },
      { text: '100%', value: exact(1n) },
      { text: '1/3', value: exact(1n, 3n) },
      { text: '三分之二', value: exact(2n, 3n) },
      { text: '12.5%', value: exact(1n, 8n) },
    )
  }
  /** Yuan between two amounts, evenly over their sizes, in round or in odd figures. */
  yuan(least: number, most: number): Figure {
    const size = Math.exp(Math.log(least) + this.random() * Math.log(most / least))
    if (this.chance(0.5)) {
      const step = size > 200_000 ? 10_000 : size > 2000 ? 100 : 1
      const round = Math.max(step, Math.round(size / step) * step)
      return { text: round % 10_000 === 0 && this.chance(0.7) ? `${round / 10_000}万元` : `${round}元`, value: exact(BigInt(round)) }
    }
    const text = fenAsYuan(Math.round(size * 100))
    return { text: `${text}元`, value: exactOf(text) }
  }
}

export const fenAsYuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

function rateOf(draw: Draw, depth = 0): Rate {
  const own: Rate = { rate: 'own' }
  const reference: Rate = { rate: 'reference', on: draw.of('drawdown', 'year-end-before') }
  switch (draw.whole(0, depth > 0 ? 4 : 9)) {
    case 0:
      return { points: draw.points(10, 350) }
    case 1:
    case 2:
      return own
    case 3:
      return reference
    case 4:
      return { share: draw.share(), of: draw.of<Rate>(own, reference) }
    case 5: // everything above a floor
      return { excess: [own, { excess: [reference, { points: draw.points(0, 200) }] }] }
    case 6: // the margin above a reference, with a ceiling
      return { lowest: [{ excess: [own, reference] }, { points: draw.points(10, 150) }] }
    case 7: // a share of the rate, at most so many points
      return { lowest: [{ share: draw.share(), of: own }, { points: draw.points(50, 250) }] }
    case 8: // the lower of the rate and a multiple of the reference
      return { lowest: [own, { share: { text: '1.3', value: exact(13n, 10n) }, of: reference }] }
    default:
      return draw.of<Rate>({ highest: [rateOf(draw, 1), rateOf(draw, 1)] }, { sum: [rateOf(draw, 1), { points: draw.points(1, 50) }] })
  }
}

function interestOf(draw: Draw): Amount {
  const interest: Amount = draw.chance(0.1) ? { interest: rateOf(draw), onFirst: draw.yuan(50_000, 5_000_000) } : { interest: rateOf(draw) }
  return draw.chance(0.4) ? { share: draw.share(), of: interest } : interest
}

function amountOf(draw: Draw, depth = 0): Amount {
  switch (draw.whole(0, depth > 1 ? 5 : 12)) {
    case 6:
      return { lowest: [amountOf(draw, depth + 1), { share: draw.share(), of: { stated: 'interestPaid' } }] }
    case 7:
      return { sum: [amountOf(draw, depth + 1), { share: draw.share(), of: { stated: 'guaranteeFeePaid' } }] }
    case 8:
      return { highest: [amountOf(draw, depth + 1), { flat: draw.yuan(1000, 50_000) }] }
    case 9:
      return {
        brackets: [
          { end: { text: '100万元', value: exact(1_000_000n) }, included: draw.chance(0.5), value: amountOf(draw, depth + 1) },
          { end: { text: '300万元', value: exact(3_000_000n) }, included: draw.chance(0.5), value: { flat: draw.yuan(1000, 90_000) } },
        ],
        last: amountOf(draw, depth + 1),
      }
    case 10:
      return {
        byClass: [
          { borrower: 'growing', value: amountOf(draw, depth + 1) },
          { borrower: 'listed', value: { share: draw.share(), of: { stated: 'interestPaid' } } },
        ],
        otherwise: amountOf(draw, depth + 1),
      }
    case 11:
      return {
        slices: [
          { end: { text: '2万元', value: exact(20_000n) }, rate: draw.share() },
          { end: { text: '50000元', value: exact(50_000n) }, rate: draw.share() },
          { rate: draw.points(1, 5000) },
        ],
        of: draw.of<Amount>({ stated: 'interestPaid' }, interestOf(draw)),
      }
    case 12:
      return draw.of<Amount>(
        { eachFull: draw.yuan(10_000, 500_000), beyond: draw.yuan(1, 500_000), of: { stated: 'principal' }, value: draw.yuan(10, 3000) },
        { excess: [interestOf(draw), { share: draw.share(), of: { stated: 'guaranteeFeePaid' } }] },
        { share: draw.share(), of: { stated: 'interestPaid' } },
      )
    default:
      return interestOf(draw)
  }
}

function totalOf(draw: Draw): Total {
  const whole: Total = { total: amountOf(draw, 1) }
  const shared: Total = draw.chance(0.4) ? { share: draw.share(), of: whole } : whole
  return draw.chance(0.3) ? { lowest: [shared, { flat: draw.yuan(1000, 500_000) }] } : shared
}

function limitsOf(draw: Draw, eachAllowed: boolean, perApplicant: boolean): Limit[] {
  const limits: Limit[] = []
  if (!perApplicant) {
    if (draw.chance(0.3)) limits.push({ per: 'loan', cap: draw.yuan(1000, 500_000) })
    if (draw.chance(0.25)) limits.push({ per: 'loan', shareOfInterestPaid: draw.share() })
    if (draw.chance(0.15)) limits.push({ per: 'loan', netOfInterestPaid: true })
    if (eachAllowed && draw.chance(0.2)) limits.push({ per: 'loan', cap: draw.yuan(100, 30_000), each: draw.of('month', 'quarter') })
    if (draw.chance(0.15)) limits.push({ per: 'bank', cap: draw.yuan(1000, 500_000) })
  }
  if (eachAllowed && !perApplicant && draw.chance(0.2))
    limits.push({ per: 'applicant', cap: draw.yuan(100, 30_000), each: draw.of('month', 'quarter') })
  if (draw.chance(0.15)) limits.push({ per: 'applicant', netOfInterestPaid: true })
  if (draw.chance(0.2)) limits.push({ per: 'applicant', shareOfInterestPaid: draw.share() })
  for (const period of [undefined, 'year', 'window', 'lifetime'] as const) {
    if (draw.chance(0.25)) limits.push({ per: 'applicant', cap: draw.yuan(5000, 2_000_000), ...(period !== undefined && { period }) })
  }
  return limits
}

const UNITS = [
  { name: 'fen', text: '', value: exact(1n, 100n) },
  { name: 'fen', text: '', value: exact(1n, 100n) },
  { name: 'fen', text: '', value: exact(1n, 100n) },
  { name: 'yuan', text: '', value: exact(1n) },
  { name: 'hundred-yuan', text: '', value: exact(100n) },
  { name: 'hundredth-wan', text: '', value: exact(100n) },
  { name: 'wan', text: '', value: exact(10_000n) },
]

function payersOf(draw: Draw): NonNullable<Terms['payers']> {
  const parts = Array.from({ length: draw.whole(1, 4) }, () => draw.whole(1, 9))
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const shares = parts.map(
    (part, index) => [`payer${index}`, { text: `${part}/${whole}`, value: exact(BigInt(part), BigInt(whole)) }] as const,
  )
  return { shares, remainderTo: draw.chance(0.8) ? `payer${draw.whole(0, parts.length - 1)}` : undefined }
}

export function randomTerms(random: Random): Terms {
  const draw = new Draw(random)
  const perApplicant = draw.chance(0.15)
  // Settlement by settlement, only interest has a meaning.
  const eachAllowed = draw.chance(0.3)
  const day = (least: string, most: string): string => dateAt(draw.whole(dayAt(least), dayAt(most)))
  const window = (): Terms['windows'][number] => {
    const from = day('2020-06-01', '2023-06-01')
    const until = dateAt(dayAt(from) + draw.whole(30, 1200))
    return draw.of({ from, until }, { from, through: until }, { from }, { until }, { through: until })
  }
  return {
    formula: perApplicant
      ? { applicant: totalOf(draw) }
      : { loan: eachAllowed ? { share: draw.share(), of: { interest: rateOf(draw) } } : amountOf(draw) },
    principal: draw.of<Terms['principal']>('drawn', 'drawn', 'drawn', 'lower-of-drawn-and-confirmed', 'lower-of-drawn-and-confirmed', {
      shareOfDrawn: draw.share(),
    }),
    ...(draw.chance(0.3) && { principalPerLoan: draw.yuan(100_000, 5_000_000) }),
    ...(draw.chance(0.4) && {
      principalShared: {
        limit: draw.yuan(100_000, 10_000_000),
        order: draw.of('drawdown-date', 'drawdown-date', 'largest-principal', 'as-listed'),
        perBank: draw.chance(0.2),
      },
    }),
    basis: draw.of('balance', 'balance', 'original'),
    start: draw.of('drawdown', 'drawdown', 'supplier-payment'),
    ...(draw.chance(0.4) && { longest: draw.chance(0.7) ? { months: draw.whole(1, 30) } : { days: draw.whole(1, 800) } }),
    windows: Array.from({ length: draw.of(0, 0, 1, 1, 2) }, window),
    extension: draw.of('excluded', 'excluded', 'included'),
    proration: draw.of(
      'actual/365',
      'actual/360',
      'month/12',
      'actual/365',
      'actual/360',
      'month/12',
      'full-month/12',
      'started-month/12',
      'whole-year',
    ),
    ...(draw.chance(0.2) && { rateAtMost: draw.points(400, 650) }),
    ...(draw.chance(0.2) && {
      select: { atMost: draw.whole(1, 2), order: draw.of('drawdown-date', 'largest-principal', 'largest-subsidy', 'as-listed') },
    }),
    limits: limitsOf(draw, eachAllowed, perApplicant),
    rounding: {
      unit: draw.of(...UNITS),
      mode: draw.of('half-up', 'half-up', 'half-even', 'down', 'up'),
      each: draw.chance(0.2) ? 'item' : 'total',
    },
    ...(draw.chance(0.4) && { payers: payersOf(draw) }),
  }
}

function movementsOf(draw: Draw, from: number, until: number): Pick<Loan, 'drawdowns' | 'repayments'> {
  const fen = Math.round(Math.exp(Math.log(5_000_000) + draw.random() * Math.log(200)))
  const principal = draw.chance(0.6) ? Math.max(1, Math.round(fen / 1_000_000)) * 1_000_000 : fen
  const dates = (count: number): number[] => Array.from({ length: count }, () => draw.whole(from, until - 1)).sort((a, b) => a - b)
  const cut = (whole: number, count: number): number[] => {
    const ends = Array.from({ length: count - 1 }, () => draw.whole(0, whole)).sort((a, b) => a - b)
    return [...ends, whole].map((end, index) => end - (ends[index - 1] ?? 0))
  }
  const later = draw.chance(0.25) ? draw.whole(1, 2) : 0
  const sizes = cut(principal, later + 1)
  const drawdowns: Movement[] = [from, ...dates(later)].map((day, index) => ({ date: dateAt(day), fen: sizes[index] as number }))
  const repayments: Movement[] = []
  if (draw.chance(0.5)) {
    for (const day of dates(draw.whole(1, 3))) {
      const moved = (list: readonly Movement[]): number =>
        list.reduce((sum, movement) => sum + (dayAt(movement.date) <= day ? movement.fen : 0), 0)
      const balance = moved(drawdowns) - moved(repayments)
      const paid = draw.chance(0.15) ? balance : draw.whole(0, balance)
      if (paid > 0) repayments.push({ date: dateAt(day), fen: paid })
    }
  }
  return { drawdowns: drawdowns.filter(({ fen: size }, index) => index === 0 || size > 0), repayments }
}

export function randomApplication(random: Random): Application {
  const draw = new Draw(random)
  const ids = ['a', 'b', 'c', 'd'].sort(() => draw.random() - 0.5)
  const loans = Array.from({ length: draw.of(1, 1, 2, 2, 3, 4) }, (_, index): Loan => {
    const from = draw.whole(dayAt('2020-03-01'), dayAt('2023-03-31'))
    const until = from + draw.whole(1, 1200)
    const after = (share: number, least: number, most: number): string | undefined =>
      draw.chance(share) ? dateAt(draw.whole(least, most)) : undefined
    const settledDate = after(0.1, from, until)
    const extensionUntil = after(0.15, until, until + 200)
    const floats = draw.chance(0.15)
    return {
      id: ids[index] as string,
      bank: draw.of('one', 'two'),
      ...movementsOf(draw, from, until),
      confirmedFen: draw.whole(50_000_00, 8_000_000_00),
      contractDate: dateAt(from - draw.whole(0, 40)),
      supplierPaymentDate: dateAt(from + draw.whole(-10, 60)),
      maturityDate: dateAt(until),
      ...(settledDate !== undefined && { settledDate }),
      ...(extensionUntil !== undefined && { extensionUntil }),
      rate: floats
        ? {
            spread: draw.of('0', '0.0005', '-0.0035', '0.01', '0.002'),
            tenor: draw.of('1y', '5y-plus'),
            repricing: draw.of('anniversary', '1-january', 'first-of-month', 'first-of-quarter'),
          }
        : draw.of('0.04', '0.0435', '0.05', `0.0${draw.whole(200, 750)}`),
      interestPaidFen: draw.whole(0, 400_000_00),
      guaranteeFeePaidFen: draw.whole(0, 50_000_00),
      otherSupportFen: draw.chance(0.3) ? draw.whole(0, 100_000_00) : 0,
    }
  })
  const received = (): number => (draw.chance(0.5) ? 0 : draw.whole(0, 500_000_00))
  return {
    borrower: draw.of('growing', 'listed', 'other'),
    loans,
    ...(draw.chance(0.4) && { lpr1y: `0.0${draw.whole(300, 430)}` }),
    receivedFen: { year: received(), window: received(), lifetime: received() },
  }
}

/** A policy that says the same as the terms. */
export function policyOf(terms: Terms): Policy {
  const place = { place: 'test' } as const
  const print = (figure: Figure): Quantity => figure.text as Quantity
  const rate = (node: Rate): Quantity => {
    if ('points' in node) return print(node.points)
    if ('share' in node) return { share: print(node.share), of: rate(node.of) }
    if ('lowest' in node) return { lowerOf: node.lowest.map(rate) }
    if ('highest' in node) return { higherOf: node.highest.map(rate) }
    if ('sum' in node) return { sumOf: node.sum.map(rate) }
    if ('excess' in node) return { excessOf: node.excess.map(rate) as [Quantity] }
    if (node.rate === 'own') return { fact: 'loan.annualRate' }
    const drawdown = { fact: 'loan.drawdownDate' }
    return { referenceRate: 'lpr-1y', on: node.on === 'drawdown' ? drawdown : { yearEndBefore: drawdown } }
  }
  const amount = (node: Amount): Quantity => {
    if ('interest' in node) return { interestAt: rate(node.interest), ...(node.onFirst && { onFirst: print(node.onFirst) }) }
    if ('stated' in node) return { fact: `loan.${node.stated}` }
    if ('flat' in node) return print(node.flat)
    if ('share' in node) return { share: print(node.share), of: amount(node.of) }
    if ('lowest' in node) return { lowerOf: node.lowest.map(amount) }
    if ('highest' in node) return { higherOf: node.highest.map(amount) }
    if ('sum' in node) return { sumOf: node.sum.map(amount) }
    if ('excess' in node) return { excessOf: node.excess.map(amount) as [Quantity] }
    if ('brackets' in node) {
      let from: { atLeast?: Quantity; above?: Quantity } = {}
      const brackets = node.brackets.map(({ end, included, value }) => {
        const line = { ...from, ...(included ? { atMost: print(end) } : { below: print(end) }), value: amount(value) }
        from = included ? { above: print(end) } : { atLeast: print(end) }
        return line
      })
      return { by: { fact: 'loan.principal' }, brackets: [...brackets, { ...from, value: amount(node.last) }] }
    }
    if ('slices' in node)
      return {
        of: amount(node.of),
        slices: node.slices.map(({ end, rate: at }) => ({ ...(end && { upTo: print(end) }), rate: print(at) })),
      }
    if ('eachFull' in node) return { by: amount(node.of), step: print(node.eachFull), beyond: print(node.beyond), value: print(node.value) }
    return {
      choose: 'first',
      cases: node.byClass.map(({ borrower, value }) => ({ when: { fact: 'borrower.class', is: borrower }, value: amount(value) })),
      otherwise: amount(node.otherwise),
    }
  }
  const sum = (node: Total): Quantity => {
    if ('total' in node) return { total: amount(node.total) }
    if ('flat' in node) return print(node.flat)
    if ('share' in node) return { share: print(node.share), of: sum(node.of) }
    return { lowerOf: node.lowest.map(sum) }
  }
  const interestPaid: Quantity = { fact: 'loan.interestPaid' }
  const limit = (node: Limit): PolicyLimit => {
    const per = node.per === 'bank' ? { by: 'loan.bank' } : node.per
    const paid: Quantity = node.per === 'applicant' ? { total: interestPaid } : interestPaid
    if ('netOfInterestPaid' in node) return { ...place, per, stacking: 'net-cost', cost: paid }
    if ('shareOfInterestPaid' in node) return { ...place, per, cap: { share: print(node.shareOfInterestPaid), of: paid } }
    const { cap, per: _, ...rest } = node
    return { ...place, per, cap: print(cap), ...rest }
  }
  const { principal, principalPerLoan, principalShared, longest, payers, rounding } = terms
  const drawn: Quantity = { fact: 'loan.principal' }
  return {
    id: 'random',
    title: 'random',
    evidence: 'official',
    effective: {},
    parts: [
      {
        instrument: 'interest-subsidy',
        items: {
          ...(terms.rateAtMost && { where: [{ ...place, fact: 'loan.annualRate', atMost: print(terms.rateAtMost) }] }),
          ...(terms.select && { select: [{ ...place, ...terms.select }] }),
        },
        terms: {
          formula:
            'loan' in terms.formula
              ? { ...place, value: amount(terms.formula.loan) }
              : { ...place, value: sum(terms.formula.applicant), per: 'applicant' as const },
          ...(principal !== 'drawn' && {
            principal: {
              ...place,
              value:
                principal === 'lower-of-drawn-and-confirmed'
                  ? { lowerOf: [drawn, { fact: 'loan.confirmedPrincipal' }] }
                  : { share: print(principal.shareOfDrawn), of: drawn },
            },
          }),
          principalLimits: [
            ...(principalPerLoan ? [{ ...place, value: print(principalPerLoan), per: 'loan' as const }] : []),
            ...(principalShared
              ? [
                  {
                    ...place,
                    value: print(principalShared.limit),
                    per: principalShared.perBank ? { by: 'loan.bank' as const } : ('applicant' as const),
                    order: principalShared.order,
                  },
                ]
              : []),
          ],
          principalBasis: { ...place, value: terms.basis },
          periodStart: { ...place, value: { fact: terms.start === 'drawdown' ? 'loan.drawdownDate' : 'loan.supplierPaymentDate' } },
          ...(longest && {
            longest: { ...place, value: ('months' in longest ? `${longest.months}个月` : `${longest.days}天`) as Quantity },
          }),
          windows: terms.windows.map((value) => ({ ...place, value })),
          extension: { ...place, value: terms.extension },
          proration: { ...place, value: terms.proration },
        },
        limits: terms.limits.map(limit),
        rounding: { ...place, value: { to: rounding.unit.name as 'fen', mode: rounding.mode, each: rounding.each } },
        ...(payers && {
          payers: {
            ...place,
            value: Object.fromEntries(payers.shares.map(([party, share]) => [party, share.text])),
            ...(payers.remainderTo !== undefined && { remainderTo: payers.remainderTo }),
          },
        }),
      },
    ],
  }
}

/** The application as an applicant states it. */
export function statedFacts({ borrower, loans, lpr1y, receivedFen }: Application): object {
  const moved = (list: readonly Movement[]): object[] => list.map(({ date, fen }) => ({ date, amount: fenAsYuan(fen) }))
  return {
    borrower: { class: borrower },
    history: {
      receivedThisYear: fenAsYuan(receivedFen.year),
      receivedInWindow: fenAsYuan(receivedFen.window),
      receivedTotal: fenAsYuan(receivedFen.lifetime),
    },
    ...(lpr1y !== undefined && { rates: { lpr1y } }),
    otherSupport: loans
      .filter(({ otherSupportFen }) => otherSupportFen > 0)
      .map(({ id, otherSupportFen }) => ({ loan: id, amount: fenAsYuan(otherSupportFen) })),
    loans: loans.map((loan) => {
      const once = loan.drawdowns.length === 1 ? loan.drawdowns[0] : undefined
      return {
        id: loan.id,
        bank: loan.bank,
        ...(once === undefined ? { drawdowns: moved(loan.drawdowns) } : { drawdownDate: once.date, principal: fenAsYuan(once.fen) }),
        ...(loan.repayments.length > 0 && { repayments: moved(loan.repayments) }),
        confirmedPrincipal: fenAsYuan(loan.confirmedFen),
        contractDate: loan.contractDate,
        supplierPaymentDate: loan.supplierPaymentDate,
        maturityDate: loan.maturityDate,
        ...(loan.settledDate !== undefined && { settledDate: loan.settledDate }),
        ...(loan.extensionUntil !== undefined && { extensionUntil: loan.extensionUntil }),
        ...(typeof loan.rate === 'string'
          ? { annualRate: loan.rate }
          : { lprSpread: loan.rate.spread, lprTenor: loan.rate.tenor, repricing: loan.rate.repricing }),
        interestPaid: fenAsYuan(loan.interestPaidFen),
        guaranteeFeePaid: fenAsYuan(loan.guaranteeFeePaidFen),
      }
    }),
  }
}

/** For reading a case that disagrees: whole numbers too large for JSON as text. */
export const shownCase = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner))
