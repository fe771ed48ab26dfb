import { describe, expect, test } from 'vitest'
import { withParameters } from '../../src/document/parameters.js'
import type { Policy } from '../../src/policy/policy.js'
import type { PoolTerms } from '../../src/policy/pool.js'
import { apply, openPool, type PoolAnswer, type PoolEvent, rebuild, statement } from '../../src/risk-compensation/index.js'
import { evaluateBecause } from '../oracle/exact.js'
import { fuse, poolPolicy } from './pool-documents.js'

const article = '第一条'

/** What an event says beside its id: events are numbered as they stand. */
type Told = PoolEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'id'> : never) : never

const numbered = (told: readonly Told[]): readonly PoolEvent[] => told.map((event, index) => ({ id: String(index + 1), ...event }))

const paidIn = (amount: string, date = '2025-01-01'): Told => ({ date, kind: 'replenishment', amount })
const registered = (loan: string, principal = '10000000', lender = 'bank-a', date = '2025-01-02'): Told => ({
  date,
  kind: 'registration',
  loan,
  lender,
  borrower: `firm of ${loan}`,
  principal,
})
const claimed = (loan: string, principalLoss: string, date = '2025-06-01'): Told => ({
  date,
  kind: 'claim',
  loan,
  facts: { loans: [{ principalLoss }] },
})
const paid = (date = '2025-06-30'): Told => ({ date, kind: 'payment' })
const recovered = (loan: string, gross: string, cost = '0', date = '2025-09-01'): Told => ({ date, kind: 'recovery', loan, gross, cost })

const run = (policy: Policy, told: readonly Told[]) => {
  const { pool, postings, answers } = rebuild(policy, numbered(told))
  return { pool, postings, answers, stands: statement(pool) }
}
const answersOf = <Kind extends PoolAnswer['kind']>(answers: readonly PoolAnswer[], kind: Kind) =>
  answers.filter((answer): answer is PoolAnswer & { readonly kind: Kind } => answer.kind === kind)
const payments = (answers: readonly PoolAnswer[]) =>
  answersOf(answers, 'payment').map(({ loan, paid: money, queued, lapsed }) => ({ loan, paid: money, queued, lapsed }))
const fuses = (answers: readonly PoolAnswer[]) =>
  answersOf(answers, 'fuse').map(({ lender, before, state, metric }) => [lender, before, state, metric])

describe('a claim', () => {
  test('is assessed by the document, posted as owed and then paid; the funders bear it half each', () => {
    const { pool, postings } = run(poolPolicy(), [paidIn('5000000'), registered('A'), claimed('A', '3000000'), paid()])
    const share = evaluateBecause('3000000 × 40%')
    const amount = evaluateBecause('3000000 × 80%')
    expect(postings.slice(1).map(({ entries }) => entries)).toEqual([
      [
        { account: 'compensation', of: 'province', side: 'debit', amount: share },
        { account: 'compensation', of: 'city', side: 'debit', amount: share },
        { account: 'claims-payable', side: 'credit', amount },
      ],
      [
        { account: 'claims-payable', side: 'debit', amount },
        { account: 'cash', side: 'credit', amount },
      ],
    ])
    expect(pool.claims['A']).toMatchObject({
      loss: '3000000.00',
      paid: amount,
      owed: '0.00',
      funders: { province: share, city: share },
      others: { bank: evaluateBecause('3000000 × 20%') },
    })
    expect(pool.balances['cash']).toBe(evaluateBecause('5000000 - 3000000 × 80%'))
  })

  test('takes what the loan was registered with, and its own facts over them', () => {
    const policy = poolPolicy({}, { eligibility: [{ id: 'class', article, fact: 'borrower.class', is: 'small' }] })
    const facts = { borrower: { class: 'small' }, loans: [{ principalLoss: '1' }] }
    const { pool } = run(policy, [paidIn('10'), { ...registered('A'), facts } as Told, claimed('A', '2')])
    expect(pool.claims['A']?.owed).toBe(evaluateBecause('2 × 80%'))
  })

  test('is an answer where it is refused or facts are missing, and may come again', () => {
    const policy = poolPolicy({}, { eligibility: [{ id: 'class', article, fact: 'borrower.class', is: 'small' }] })
    const again = (borrowerClass: string): Told => ({
      date: '2025-06-01',
      kind: 'claim',
      loan: 'A',
      facts: { borrower: { class: borrowerClass }, loans: [{ principalLoss: '100' }] },
    })
    const { answers, pool } = run(policy, [paidIn('100'), registered('A'), claimed('A', '100'), again('large'), again('small')])
    const claims = answersOf(answers, 'claim')
    expect(claims.map(({ outcome, amount }) => [outcome, amount])).toEqual([
      ['incomplete', undefined],
      ['refused', undefined],
      ['approved', '80.00'],
    ])
    expect(claims[0]?.assessment.missing.map(({ path }) => path)).toEqual(['borrower.class'])
    expect(pool.claims['A']?.event).toBe('5')
  })

  test.each([
    { name: 'of a borrower', period: { period: 'lifetime' }, received: {} },
    { name: 'of a lender and year', period: {}, received: { received: { fact: 'bank.compensatedThisYear' } } },
    { name: 'of a pool and year', period: {}, received: { received: { fact: 'pool.paidThisYear' } } },
  ] as const)('a cap on what was received $name sees the claims before', ({ period, received }) => {
    const policy = poolPolicy({}, { limits: [{ id: 'cap', article, per: 'applicant', cap: '1000000元', ...period, ...received }] })
    const second = { ...registered('B'), borrower: 'firm of A' } as Told
    const { pool } = run(policy, [
      paidIn('5000000'),
      registered('A'),
      second,
      claimed('A', '1000000'),
      paid('2025-06-01'),
      claimed('B', '1000000'),
    ])
    expect(pool.claims['A']?.paid).toBe(evaluateBecause('1000000 × 80%'))
    expect(pool.claims['B']?.owed).toBe(evaluateBecause('1000000 - 1000000 × 80%'))
    expect(pool.claims['B']?.others).toEqual({ bank: evaluateBecause('1000000 - (1000000 - 800000)') })
  })

  test('the funders bear by their funding where the document does not name them', () => {
    const policy = poolPolicy({ funding: { value: { city: '4', district: '6' }, article } })
    const { pool } = run(policy, [paidIn('100'), registered('A'), claimed('A', '100.01')])
    expect(pool.claims['A']?.funders).toEqual({ city: '32.00', district: '48.01' })
  })
})

describe('money that is not enough', () => {
  const two = (shortfall: 'queue' | 'pro-rata' | 'refuse'): Policy => poolPolicy({ shortfall: { value: shortfall, article } })
  const told: readonly Told[] = [paidIn('1000000'), registered('A'), registered('B'), registered('C')]

  test.each([
    {
      shortfall: 'queue',
      expected: [
        { loan: 'A', paid: '800000.00', queued: '0.00', lapsed: '0.00' },
        { loan: 'B', paid: '200000.00', queued: '200000.00', lapsed: '0.00' },
        { loan: 'C', paid: '0.00', queued: '80000.00', lapsed: '0.00' },
      ],
    },
    {
      shortfall: 'pro-rata',
      expected: [
        { loan: 'A', paid: evaluateBecause('1000000 × 800000 / 1280000'), queued: '0.00', lapsed: '175000.00' },
        { loan: 'B', paid: evaluateBecause('1000000 × 400000 / 1280000'), queued: '0.00', lapsed: '87500.00' },
        { loan: 'C', paid: evaluateBecause('1000000 × 80000 / 1280000'), queued: '0.00', lapsed: '17500.00' },
      ],
    },
    {
      shortfall: 'refuse',
      expected: [
        { loan: 'A', paid: '800000.00', queued: '0.00', lapsed: '0.00' },
        { loan: 'B', paid: '0.00', queued: '0.00', lapsed: '400000.00' },
        { loan: 'C', paid: '80000.00', queued: '0.00', lapsed: '0.00' },
      ],
    },
  ] as const)('$shortfall: claims of one day', ({ shortfall, expected }) => {
    const { answers, pool } = run(two(shortfall), [
      ...told,
      claimed('A', '1000000'),
      claimed('B', '500000'),
      claimed('C', '100000'),
      paid(),
    ])
    expect(payments(answers)).toEqual(expected)
    expect(pool.balances['cash']).toBe(shortfall === 'refuse' ? '120000.00' : '0.00')
  })

  test('exactly enough is enough; a fen less is not', () => {
    const claims = (money: string): readonly Told[] => [paidIn(money), registered('A'), claimed('A', '1000000'), paid()]
    expect(payments(run(two('refuse'), claims('800000')).answers)).toEqual([
      { loan: 'A', paid: '800000.00', queued: '0.00', lapsed: '0.00' },
    ])
    expect(payments(run(two('refuse'), claims('799999.99')).answers)).toEqual([
      { loan: 'A', paid: '0.00', queued: '0.00', lapsed: '800000.00' },
    ])
  })

  test('pro rata is among the claims of the same day: the earlier day is paid whole', () => {
    const { answers } = run(two('pro-rata'), [...told, claimed('A', '1000000'), claimed('B', '500000', '2025-06-02'), paid()])
    expect(payments(answers)).toEqual([
      { loan: 'A', paid: '800000.00', queued: '0.00', lapsed: '0.00' },
      { loan: 'B', paid: '200000.00', queued: '0.00', lapsed: '200000.00' },
    ])
  })

  test('what lapses is borne by the claimant', () => {
    const { pool, stands } = run(two('refuse'), [...told, claimed('A', '2000000'), paid()])
    expect(pool.claims['A']).toMatchObject({ paid: '0.00', owed: '0.00', others: { bank: '400000.00', claimant: '1600000.00' } })
    expect(pool.balances).toMatchObject({ 'claims-payable': '0.00', 'compensation:province': '0.00', 'compensation:city': '0.00' })
    expect(stands.bearers.map(({ party, net }) => [party, net])).toEqual([
      ['province', '0.00'],
      ['city', '0.00'],
      ['bank', '400000.00'],
      ['claimant', '1600000.00'],
    ])
  })

  test('the queue is paid in its order once there is money', () => {
    const { answers, pool } = run(two('queue'), [
      ...told,
      claimed('A', '1000000'),
      claimed('B', '500000'),
      claimed('C', '100000'),
      paid(),
      paidIn('250000', '2025-07-01'),
      paid('2025-07-02'),
    ])
    expect(payments(answers).slice(3)).toEqual([
      { loan: 'B', paid: '200000.00', queued: '0.00', lapsed: '0.00' },
      { loan: 'C', paid: '50000.00', queued: '30000.00', lapsed: '0.00' },
    ])
    expect(pool.owed).toEqual(['C'])
    expect(pool.balances).toMatchObject({ cash: '0.00', 'claims-payable': '0.00', 'claims-queued': '30000.00' })
  })
})

describe('the yearly pot', () => {
  const policy = poolPolicy({ annualPot: { value: '100万元', article } })

  test('limits what is paid in a year, however much the pool holds, and begins anew with the next', () => {
    const told = [paidIn('5000000'), registered('A'), claimed('A', '2000000'), paid()]
    const { answers, stands } = run(policy, told)
    expect(payments(answers)).toEqual([{ loan: 'A', paid: '1000000.00', queued: '600000.00', lapsed: '0.00' }])
    expect(stands.annualPot).toEqual({ limit: '1000000.00', paid: '1000000.00', left: '0.00' })
    const later = run(policy, [...told, { date: '2025-12-31', kind: 'year-end' }, paid('2026-01-05')])
    expect(payments(later.answers)[1]).toEqual({ loan: 'A', paid: '600000.00', queued: '0.00', lapsed: '0.00' })
    expect(later.stands.annualPot?.left).toBe('400000.00')
  })
})

describe('the end of a year', () => {
  const yearEnd: Told = { date: '2025-12-31', kind: 'year-end' }
  const ending = (balance: 'carried' | 'returned', queue: 'carried' | 'lapses', more: Partial<PoolTerms> = {}): Policy =>
    poolPolicy({ yearEnd: { value: { balance, queue }, article }, ...more })
  const told = [paidIn('1000000'), registered('A'), claimed('A', '1500000'), paid()]

  test('what waits is carried into the next year', () => {
    const { pool } = run(ending('carried', 'carried'), [...told, yearEnd])
    expect(pool.claims['A']?.owed).toBe('200000.00')
    expect(pool.owed).toEqual(['A'])
  })

  test('what waits lapses', () => {
    const { pool, answers } = run(ending('carried', 'lapses'), [...told, yearEnd])
    expect(answersOf(answers, 'lapsed')).toEqual([{ event: '5', date: '2025-12-31', kind: 'lapsed', loan: 'A', amount: '200000.00' }])
    expect(pool.owed).toEqual([])
    expect(pool.balances).toMatchObject({ 'claims-queued': '0.00', 'capital:province': '0.00', 'capital:city': '0.00' })
  })

  test('a claim that has not come to payment does not lapse', () => {
    const { pool } = run(ending('carried', 'lapses'), [...told.slice(0, 3), yearEnd])
    expect(pool.owed).toEqual(['A'])
  })

  test("the year's result goes to the capital of the funder it belongs to", () => {
    const { pool } = run(ending('carried', 'carried'), [
      ...told.slice(0, 2),
      claimed('A', '100'),
      { date: '2025-07-01', kind: 'interest', amount: '10' },
      yearEnd,
    ])
    expect(pool.balances).toMatchObject({
      'capital:province': evaluateBecause('500000 - 40 + 5'),
      'capital:city': evaluateBecause('500000 - 40 + 5'),
      'compensation:province': '0.00',
      'interest:city': '0.00',
    })
  })

  test('what lapses of a claim of an earlier year is a gain of the later one', () => {
    const policy = ending('carried', 'lapses')
    const { pool, postings } = run(policy, [...told.slice(0, 3), yearEnd, paid('2026-01-31'), { date: '2026-12-31', kind: 'year-end' }])
    expect(postings.at(-1)?.entries).toEqual([
      { account: 'compensation', of: 'city', side: 'debit', amount: '100000.00' },
      { account: 'capital', of: 'city', side: 'credit', amount: '100000.00' },
    ])
    expect(pool.balances).toMatchObject({ cash: '0.00', 'capital:city': '0.00', 'compensation:city': '0.00' })
  })

  test('the balance goes back to the funders, but for what is owed', () => {
    const { pool, stands } = run(ending('returned', 'carried'), [paidIn('1000000'), registered('A'), claimed('A', '250000'), yearEnd])
    expect(pool.balances).toMatchObject({ cash: '200000.00', 'claims-payable': '200000.00', 'capital:province': '0.00' })
    expect(stands.funding.paidIn).toEqual({ province: '100000.00', city: '100000.00' })
  })

  test("a year's figures begin anew: caps and rates of the year, not totals", () => {
    const { pool } = run(ending('carried', 'carried'), [...told, yearEnd])
    expect(pool.lenders['bank-a']).toMatchObject({ registered: '0.00', loss: '0.00', compensated: '0.00' })
    expect(pool.borrowers['firm of A']).toEqual({ total: '1200000.00', thisYear: '0.00' })
    expect([pool.year, pool.paidThisYear]).toEqual(['2026', '0.00'])
  })
})

describe('interest', () => {
  test.each([
    ['stays', '100.01'],
    ['returned', '0.00'],
  ] as const)('%s', (interest, cash) => {
    const { pool, postings } = run(poolPolicy({ interest: { value: interest, article } }), [
      { date: '2025-03-21', kind: 'interest', amount: '100.01' },
    ])
    expect(pool.balances['cash']).toBe(cash)
    expect(postings).toHaveLength(interest === 'stays' ? 1 : 2)
  })
})

describe('a recovery', () => {
  const told = [paidIn('5000000'), registered('A'), claimed('A', '3000000'), paid()]
  const recovery = (more: readonly Told[], policy = poolPolicy()) => {
    const { answers, pool, stands } = run(policy, [...told, ...more])
    return { answer: answersOf(answers, 'recovery').at(-1), pool, stands }
  }

  test('costs first, then back in the proportion borne', () => {
    const { answer, pool } = recovery([recovered('A', '600000', '100000')])
    expect(answer).toMatchObject({
      net: '500000.00',
      effect: 'returned',
      returned: {
        funders: { province: evaluateBecause('500000 × 40%'), city: evaluateBecause('500000 × 40%') },
        others: { bank: evaluateBecause('500000 × 20%') },
      },
      excess: '0.00',
    })
    expect(pool.balances).toMatchObject({ cash: evaluateBecause('5000000 - 2400000 + 500000 × 80%'), 'recoveries:city': '200000.00' })
  })

  test.each([
    { name: 'costs as high as the recovery', gross: '100', cost: '100', net: '0.00', uncoveredCost: '0.00' },
    { name: 'costs above it', gross: '100', cost: '100.01', net: '0.00', uncoveredCost: '0.01' },
  ])('$name: nothing comes back', ({ gross, cost, net, uncoveredCost }) => {
    const { answer, pool } = recovery([recovered('A', gross, cost)])
    expect(answer).toMatchObject({ net, uncoveredCost, excess: '0.00' })
    expect(pool.balances['cash']).toBe('2600000.00')
  })

  test('several recoveries: never above what was paid, the excess is reported', () => {
    const { answer, pool, stands } = recovery([recovered('A', '2999999.99'), recovered('A', '100')])
    expect(answer).toMatchObject({ net: '100.00', excess: evaluateBecause('2999999.99 + 100 - 3000000') })
    expect(pool.balances['cash']).toBe('5000000.00')
    expect(stands.bearers.map(({ net }) => net)).toEqual(['0.00', '0.00', '0.00'])
  })

  test('before the claim it lowers the loss', () => {
    const { pool, answers } = run(poolPolicy(), [
      ...told.slice(0, 2),
      recovered('A', '1100000', '100000', '2025-05-01'),
      claimed('A', '3000000'),
    ])
    expect(pool.claims['A']).toMatchObject({ loss: '2000000.00', owed: evaluateBecause('(3000000 - 1000000) × 80%') })
    expect(answersOf(answers, 'recovery')[0]).toMatchObject({ effect: 'lowers-loss', excess: '0.00' })
  })

  test('before the payment it lowers the loss, and the claim is worked out again under its caps', () => {
    const policy = poolPolicy({}, { limits: [{ id: 'cap', article, cap: '160万元', per: 'applicant' }] })
    const { pool } = run(policy, [...told.slice(0, 3), recovered('A', '800000')])
    expect(pool.claims['A']).toMatchObject({ loss: '2200000.00', owed: '1600000.00', others: { bank: '600000.00' } })
    const more = run(policy, [...told.slice(0, 3), recovered('A', '1100000'), paid('2025-10-01')])
    expect(more.pool.claims['A']).toMatchObject({ loss: '1900000.00', paid: evaluateBecause('1900000 × 80%') })
    expect(more.pool.borrowers['firm of A']?.total).toBe(evaluateBecause('1900000 × 80%'))
  })

  test('above the loss before the payment: nothing is owed, the excess is reported', () => {
    const { pool, answers } = run(poolPolicy(), [...told.slice(0, 3), recovered('A', '3000001'), paid('2025-10-01')])
    expect(answersOf(answers, 'recovery')[0]).toMatchObject({ excess: '1.00' })
    expect(pool.owed).toEqual([])
    expect(pool.balances).toMatchObject({ cash: '5000000.00', 'claims-payable': '0.00', 'compensation:city': '0.00' })
  })

  test('a document that takes recoveries off by itself is told of them', () => {
    const policy = poolPolicy()
    const [part] = policy.parts
    const net = { excessOf: [{ fact: 'loan.principalLoss' }, { fact: 'loan.recovered' }] }
    const losses = [{ id: 'principal', value: net, layers: [{ shares: { province: '40%', city: '40%', bank: 'remainder' } }], article }]
    const netting = { ...policy, parts: [{ ...part, terms: { ...part?.terms, losses } }] } as unknown as Policy
    const { pool } = run(netting, [...told.slice(0, 2), recovered('A', '1000000', '0', '2025-05-01'), claimed('A', '3000000')])
    expect(pool.claims['A']?.loss).toBe('2000000.00')
  })

  test('a document that names recoveries in another case only: they are taken off the losses', () => {
    const policy = poolPolicy()
    const [part] = policy.parts
    const value = {
      choose: 'first',
      cases: [
        { when: { fact: 'borrower.class', is: 'net' }, value: { excessOf: [{ fact: 'loan.principalLoss' }, { fact: 'loan.recovered' }] } },
      ],
      otherwise: { fact: 'loan.principalLoss' },
    }
    const losses = [{ id: 'principal', value, layers: [{ shares: { province: '40%', city: '40%', bank: 'remainder' } }], article }]
    const choosing = { ...policy, parts: [{ ...part, terms: { ...part?.terms, losses } }] } as unknown as Policy
    const lossOf = (kind: string): string | undefined => {
      const claim = {
        date: '2025-06-01',
        kind: 'claim',
        loan: 'A',
        facts: { borrower: { class: kind }, loans: [{ principalLoss: '3000000', recovered: '1' }] },
      } as const
      return run(choosing, [...told.slice(0, 2), recovered('A', '1000000', '0', '2025-05-01'), claim]).pool.claims['A']?.loss
    }
    expect(lossOf('net')).toBe(evaluateBecause('3000000 - 1000000 - 1'))
    expect(lossOf('gross')).toBe(evaluateBecause('3000000 - 1000000'))
  })

  test('the day of a claim is a fact the document may go by', () => {
    const policy = poolPolicy({}, { eligibility: [{ id: 'day', article, fact: 'application.date', through: '2025-06-01' }] })
    const outcomes = (day: string) =>
      answersOf(run(policy, [...told.slice(0, 2), claimed('A', '100', day)]).answers, 'claim').map(({ outcome }) => outcome)
    expect([outcomes('2025-06-01'), outcomes('2025-06-02')]).toEqual([['approved'], ['refused']])
  })

  test('while a part waits in the queue it is owed no more, the rest comes back in cash', () => {
    const { pool, answers } = run(poolPolicy(), [paidIn('2000000'), ...told.slice(1), recovered('A', '600000')])
    expect(answersOf(answers, 'recovery')[0]).toMatchObject({ noLongerOwed: '400000.00' })
    expect(pool.claims['A']).toMatchObject({ paid: '2000000.00', owed: '0.00' })
    expect(pool.balances).toMatchObject({ cash: evaluateBecause('600000 × 80% - 400000'), 'claims-queued': '0.00' })
    expect(pool.owed).toEqual([])
  })

  test('interest on the loan is not recovered principal: a loss the pool bears nothing of has no part', () => {
    const policy = poolPolicy()
    const [part] = policy.parts
    const terms = part?.terms as { readonly losses: readonly unknown[] }
    const losses = [
      ...terms.losses,
      { id: 'interest', value: { fact: 'loan.interestLoss' }, layers: [{ shares: { bank: '100%' } }], article },
    ]
    const both = { ...policy, parts: [{ ...part, terms: { ...terms, losses } }] } as unknown as Policy
    const claim = {
      date: '2025-06-01',
      kind: 'claim',
      loan: 'A',
      facts: { loans: [{ principalLoss: '3000000', interestLoss: '120000' }] },
    } as const
    const { pool } = run(both, [...told.slice(0, 2), claim, paid(), recovered('A', '3000000')])
    expect(pool.claims['A']).toMatchObject({
      loss: '3000000.00',
      others: { bank: '600000.00' },
      returned: { others: { bank: '600000.00' } },
    })
    expect(pool.balances['cash']).toBe('5000000.00')
  })
})

describe('a fuse over time', () => {
  const hold = { ...fuse, levels: [{ above: '3%', effect: 'on-hold', article }] } as const
  const pooled = {
    ...fuse,
    metric: { ratio: [{ fact: 'pool.annualNplLoss' }, { fact: 'pool.principalRegisteredThisYear' }] },
  } as const
  const reported = { ...fuse, metric: { fact: 'bank.nplRate' } } as const
  const rate = (nplRate: string, date = '2025-03-31'): Told => ({ date, kind: 'report', lender: 'bank-a', facts: { bank: { nplRate } } })
  const start = [paidIn('50000000'), registered('A'), registered('B')]

  test.each([
    { name: 'below the warning', loss: '999999.99', states: [] },
    { name: 'at the warning', loss: '1000000', states: [['bank-a', 'normal', 'warning', '0.05']] },
    { name: 'below the stop', loss: '1599999.99', states: [['bank-a', 'normal', 'warning', expect.any(String)]] },
  ])('the rate of the year is that of the lender, the claim at hand counted: $name', ({ loss, states }) => {
    const { answers } = run(poolPolicy({}, { fuses: [fuse] }), [...start, claimed('A', loss)])
    expect(fuses(answers)).toEqual(states)
    expect(answersOf(answers, 'claim').map(({ outcome }) => outcome)).toEqual(['approved'])
  })

  test('the claim that trips it is refused where the document does not say that it is paid', () => {
    const { answers, pool } = run(poolPolicy({}, { fuses: [fuse] }), [...start, claimed('A', '1600000'), paid()])
    expect(answersOf(answers, 'claim').map(({ outcome, fuse: id }) => [outcome, id])).toEqual([['refused', 'npl']])
    expect(pool.claims).toEqual({})
    expect(pool.lenders['bank-a']?.loss).toBe('1600000.00')
  })

  test('the claim that trips it is paid where it is, and the next one is not', () => {
    const before = {
      ratio: [
        { excessOf: [{ fact: 'bank.annualNplLoss' }, { total: { fact: 'loan.principalLoss' } }] },
        { fact: 'bank.principalRegisteredThisYear' },
      ],
    } as const
    const paying = { ...fuse, trippingClaim: { value: { before }, article } } as const
    const { answers } = run(poolPolicy({}, { fuses: [paying] }), [...start, claimed('A', '1600000'), claimed('B', '100')])
    expect(fuses(answers)).toEqual([['bank-a', 'normal', 'compensation-suspended', '0.08']])
    expect(answersOf(answers, 'claim').map(({ outcome }) => outcome)).toEqual(['approved', 'refused'])
  })

  test('a loss is counted once, however often it is claimed', () => {
    const { pool } = run(poolPolicy({}, { fuses: [fuse] }), [...start, claimed('A', '1600000'), claimed('A', '1700000')])
    expect(pool.lenders['bank-a']?.loss).toBe('1700000.00')
  })

  test('a claim on hold is taken up by a later payment, once the rate has come down', () => {
    const policy = poolPolicy({}, { fuses: [hold] })
    const told = [...start, claimed('A', '600000.01'), paid()]
    const { pool, answers } = run(policy, told)
    expect(answersOf(answers, 'claim').map(({ outcome }) => outcome)).toEqual(['held'])
    expect([pool.held, pool.owed, pool.claims['A']?.heldBy]).toEqual([['A'], [], 'npl'])
    const later = run(policy, [...told, registered('C', '0.50', 'bank-a', '2025-08-01'), paid('2025-08-02')])
    expect(answersOf(later.answers, 'claim').map(({ outcome, amount }) => [outcome, amount])).toEqual([
      ['held', undefined],
      ['approved', evaluateBecause('600000.01 × 80%')],
    ])
    expect(later.pool.claims['A']?.paid).toBe(evaluateBecause('600000.01 × 80%'))
  })

  test('exactly at a level that must be exceeded nothing is held', () => {
    const { answers } = run(poolPolicy({}, { fuses: [hold] }), [...start, claimed('A', '600000')])
    expect(answersOf(answers, 'claim').map(({ outcome }) => outcome)).toEqual(['approved'])
  })

  test('a recovery brings the rate down', () => {
    const { answers } = run(poolPolicy({}, { fuses: [fuse] }), [...start, claimed('A', '1000000'), paid(), recovered('A', '0.01')])
    expect(fuses(answers)).toEqual([
      ['bank-a', 'normal', 'warning', '0.05'],
      ['bank-a', 'warning', 'normal', expect.any(String)],
    ])
  })

  test('a rate of the pool trips the fuse of every lender', () => {
    const { answers, stands } = run(poolPolicy({}, { fuses: [pooled] }), [
      ...start,
      registered('C', '12000000', 'bank-b'),
      claimed('A', '1600000'),
    ])
    expect(fuses(answers)).toEqual([
      ['bank-a', 'normal', 'warning', '0.05'],
      ['bank-b', 'normal', 'warning', '0.05'],
    ])
    expect(stands.fuses.map(({ lender, state, since }) => [lender, state, since])).toEqual([
      ['bank-a', 'warning', '2025-06-01'],
      ['bank-b', 'warning', '2025-06-01'],
    ])
  })

  test('a rate that is stated holds until another is reported; without one the claim asks for it', () => {
    const policy = poolPolicy({}, { fuses: [reported] })
    const asked = run(policy, [...start, claimed('A', '100')])
    expect(answersOf(asked.answers, 'claim')[0]?.assessment.missing.map(({ path }) => path)).toEqual(['bank.nplRate'])
    expect(answersOf(asked.answers, 'registration')[0]?.missing?.map(({ path }) => path)).toEqual(['bank.nplRate'])
    const { answers } = run(policy, [
      ...start,
      rate('0.0799'),
      claimed('A', '100'),
      rate('0.08', '2025-06-30'),
      claimed('B', '100', '2025-07-01'),
    ])
    expect(fuses(answers)).toEqual([
      ['bank-a', 'normal', 'warning', '0.0799'],
      ['bank-a', 'warning', 'compensation-suspended', '0.08'],
    ])
    expect(answersOf(answers, 'claim').map(({ outcome }) => outcome)).toEqual(['approved', 'refused'])
  })

  test.each([
    ['new-loans-suspended', 'approved'],
    ['lender-removed', 'refused'],
  ] as const)('%s: a loan is not registered, and the reason is given', (effect, outcome) => {
    const stopping = { ...reported, levels: [{ atLeast: '5%', effect, article }] } as const
    const { answers, pool } = run(poolPolicy({}, { fuses: [stopping] }), [
      ...start,
      rate('0.05'),
      registered('C', '1', 'bank-a', '2025-04-01'),
      registered('D', '1', 'bank-b', '2025-04-01'),
      claimed('A', '100'),
    ])
    expect(answersOf(answers, 'registration').map((one) => [one.loan, one.outcome, one.fuse])).toEqual([
      ['A', 'registered', undefined],
      ['B', 'registered', undefined],
      ['C', 'refused', 'npl'],
      ['D', 'registered', undefined],
    ])
    expect(Object.keys(pool.loans)).toEqual(['A', 'B', 'D'])
    expect(answersOf(answers, 'claim').map((one) => one.outcome)).toEqual([outcome])
  })

  describe('closes again', () => {
    const closing = (reset: 'below-level' | 'by-decision' | 'next-year'): Policy =>
      poolPolicy({}, { fuses: [{ ...reported, reset: { value: reset, article } }] })
    const stateAfter = (policy: Policy, told: readonly Told[]) =>
      run(policy, [...start, rate('0.08'), ...told]).pool.lenders['bank-a']?.fuses['npl']?.state
    const down = rate('0.01', '2025-05-31')
    const yearEnd: Told = { date: '2025-12-31', kind: 'year-end' }
    const decision: Told = { date: '2025-06-10', kind: 'reopening', lender: 'bank-a', fuse: 'npl' }

    test('as the rate comes down', () => {
      expect(stateAfter(closing('below-level'), [down])).toBeUndefined()
      expect(stateAfter(closing('below-level'), [rate('0.06', '2025-05-31')])).toBe('warning')
    })

    test('with the next year only', () => {
      expect(stateAfter(closing('next-year'), [down])).toBe('compensation-suspended')
      expect(stateAfter(closing('next-year'), [down, yearEnd])).toBeUndefined()
    })

    test('by decision only, and not while the rate still stands above', () => {
      expect(stateAfter(closing('by-decision'), [down, yearEnd])).toBe('compensation-suspended')
      expect(stateAfter(closing('by-decision'), [down, decision])).toBeUndefined()
      expect(stateAfter(closing('by-decision'), [decision])).toBe('compensation-suspended')
    })

    test('until then a claim is refused although the rate has come down', () => {
      const { answers } = run(closing('next-year'), [
        ...start,
        rate('0.08'),
        down,
        claimed('A', '100'),
        yearEnd,
        claimed('A', '100', '2026-01-02'),
      ])
      expect(answersOf(answers, 'claim').map(({ outcome, fuse: id }) => [outcome, id])).toEqual([
        ['refused', 'npl'],
        ['approved', undefined],
      ])
    })

    test("a rate of the year's own figures closes with the year", () => {
      const { pool } = run(poolPolicy({}, { fuses: [fuse] }), [...start, claimed('A', '1600000'), yearEnd])
      expect(pool.lenders['bank-a']?.fuses).toEqual({})
    })
  })
})

describe('funding, leverage and replenishment', () => {
  test.each([
    { name: 'a ratio', funding: { city: '4', district: '4', bank: '2' }, paid: { city: '400', district: '400', bank: '200' } },
    { name: 'shares', funding: { city: '40%', district: '40%', bank: '20%' }, paid: { city: '400', district: '400', bank: '200' } },
    { name: 'thirds', funding: { city: '1/3', district: '2/3' }, paid: { city: '333.33', district: '666.67' } },
  ] as const)('money of all funders is shared exactly by $name', ({ funding, paid: expected }) => {
    const { stands } = run(poolPolicy({ funding: { value: funding, article } }), [paidIn('1000')])
    expect(stands.funding.paidIn).toEqual(
      Object.fromEntries(Object.entries(expected).map(([funder, amount]) => [funder, evaluateBecause(amount)])),
    )
  })

  test('a funder that has not kept up is behind the one that is furthest ahead', () => {
    const policy = poolPolicy({ funding: { value: { city: '4', district: '6' }, article } })
    const contributed = (funder: string, amount: string): Told => ({ date: '2025-01-01', kind: 'contribution', funder, amount })
    const behind = (told: readonly Told[]) => run(policy, told).stands.funding
    expect(behind([contributed('city', '1000'), contributed('district', '600')])).toMatchObject({
      inProportion: false,
      behind: { city: '0.00', district: evaluateBecause('1000 / 4 × 6 - 600') },
    })
    expect(behind([contributed('city', '1000'), contributed('district', '1500')])).toMatchObject({
      inProportion: true,
      behind: { city: '0.00', district: '0.00' },
    })
  })

  test('shares given as a parameter', () => {
    const policy: Policy = {
      ...poolPolicy({ funding: { value: { parameter: 'funding' }, article } }),
      parameters: { funding: { kind: 'shares', label: '出资比例' } },
    }
    expect(() => openPool(policy)).toThrow('funding')
    const { stands } = run(withParameters(policy, { funding: { city: '70%', district: '30%' } }), [paidIn('10')])
    expect(stands.funding.paidIn).toEqual({ city: '7.00', district: '3.00' })
  })

  test.each([
    { name: 'as much as may be', rule: { atMost: '10倍', of: 'pool' }, money: '1000000', loan: '10000000', met: true },
    { name: 'a fen more', rule: { atMost: '10倍', of: 'pool' }, money: '1000000', loan: '10000000.01', met: false },
    { name: 'no pool and no loans', rule: { atMost: '10倍', of: 'pool' }, money: '0', loan: '0', met: true },
    { name: 'no pool but loans', rule: { atMost: '10倍', of: 'pool' }, money: '0', loan: '0.01', met: false },
    { name: 'as much as must be', rule: { atLeast: '15倍', of: 'deposit' }, money: '10000000', loan: '150000000', met: true },
    { name: 'less than must be', rule: { atLeast: '15倍', of: 'deposit' }, money: '10000000', loan: '149000000', met: false },
    { name: 'no loans yet', rule: { atLeast: '15倍', of: 'deposit' }, money: '0.01', loan: '0', met: false },
  ] as const)('loans beside the pool: $name', ({ rule, money, loan, met }) => {
    const policy = poolPolicy({ leverage: { value: rule, article } })
    const { answers, stands } = run(policy, [paidIn(money), registered('A', loan)])
    expect(stands.leverage).toMatchObject({ met, limit: evaluateBecause(`${money} × ${rule.of === 'pool' ? 10 : 15}`) })
    expect(answersOf(answers, 'leverage').at(-1)).toMatchObject({ met })
  })

  test('the pool is what it holds, the deposit what was paid in; loans that are repaid count no more', () => {
    const of = (base: 'pool' | 'deposit') =>
      run(poolPolicy({ leverage: { value: { atMost: '10倍', of: base }, article } }), [
        paidIn('5000000'),
        registered('A'),
        { date: '2025-03-01', kind: 'repayment', loan: 'A', amount: '7000000' },
        claimed('A', '3000000'),
        paid(),
      ]).stands.leverage
    expect(of('pool')).toMatchObject({ base: '2600000.00', loans: '3000000.00' })
    expect(of('deposit')).toMatchObject({ base: '5000000.00', loans: '3000000.00' })
  })

  test('below a balance the pool is replenished up to what the document says, by the funding', () => {
    const policy = poolPolicy({ replenishment: { value: { below: '300万元', to: '500万元' }, article } })
    const told = (loss: string): readonly Told[] => [paidIn('5000000'), registered('A'), claimed('A', loss), paid()]
    expect(answersOf(run(policy, told('2500000')).answers, 'replenishment')).toEqual([])
    expect(answersOf(run(policy, told('2500000.02')).answers, 'replenishment')).toMatchObject([
      { balance: '2999999.98', due: true, amount: '2000000.02', funders: { province: '1000000.01', city: '1000000.01' } },
    ])
  })
})

describe('what is handed in', () => {
  test('a pool is plain data and stays as it is', () => {
    const pool = openPool(poolPolicy())
    const before = JSON.stringify(pool)
    const { pool: after } = apply(pool, { id: '1', date: '2025-01-01', kind: 'contribution', funder: 'city', amount: '1' })
    expect(JSON.stringify(pool)).toBe(before)
    expect(after.balances['cash']).toBe('1.00')
    expect(JSON.parse(JSON.stringify(after))).toEqual(after)
  })

  test('a document without a pool, or with a word it does not know, is a fault', () => {
    const policy = poolPolicy()
    const [part] = policy.parts as readonly [Policy['parts'][number]]
    const { pool: _, ...terms } = part.terms as { readonly pool: unknown }
    expect(() => openPool({ ...policy, parts: [{ ...part, terms }] } as unknown as Policy)).toThrow('terms.pool')
    expect(() => openPool(poolPolicy({ shortfall: { value: 'whatever' as 'queue', article } }))).toThrow('unknown-word')
  })
})
