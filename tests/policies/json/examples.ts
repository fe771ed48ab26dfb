import type { Cases } from '../cases.js'

/** Example documents that no row is about: each with its table. */
export const EXAMPLES: { readonly [id: string]: Cases } = {
  'baiyin-mutual-fund-2023': {
    base: {
      bank: { requestedFund: true, overdueRate: '0.01' },
      pool: { mutualMoney: '300000', balance: '500000' },
      losses: { principalLoss: '1000000' },
    },
    cases: [
      {
        name: 'the mutual money first, then the fund, then the bank',
        expect: '500000.00',
        because: '800000 - 300000',
        shares: { mutualFund: '300000.00', pool: '500000.00', bank: '200000.00' },
      },
      {
        name: 'within the mutual money',
        with: { 'losses.principalLoss': '300000' },
        expect: '0.00',
        because: '0',
        shares: { mutualFund: '300000.00', pool: '0.00', bank: '0.00' },
      },
      {
        name: 'a fen beyond it',
        with: { 'losses.principalLoss': '300000.01' },
        expect: '0.01',
        because: '300000.01 - 300000',
        shares: { mutualFund: '300000.00', pool: '0.01', bank: '0.00' },
      },
      {
        name: 'recovered',
        with: { recovery: { gross: '100000', cost: '0' } },
        expect: '500000.00',
        because: '500000',
        returned: { mutualFund: '30000.00', pool: '50000.00', bank: '20000.00' },
      },
      { name: 'no request', with: { 'bank.requestedFund': false }, refused: 'requested' },
      { name: 'an overdue rate just below 5%', with: { 'bank.overdueRate': '0.0499' }, expect: '500000.00', because: '500000' },
      { name: 'an overdue rate of 5%', with: { 'bank.overdueRate': '0.05' }, refused: 'fuse' },
    ],
  },
  'henan-tech-loan-2021': {
    base: { pool: { balance: '12000000' }, bank: { loanBalance: '100000000' }, loans: [{ id: 'A', actualLoss: '1000000' }] },
    cases: [
      {
        name: '60% of the actual loss',
        expect: '600000.00',
        because: '1000000 × 60%',
        worksheet: { reserveMinimum: '10000000', reserveMaximum: '15000000' },
      },
      {
        name: 'the cap of one loan',
        with: { 'loans[0].actualLoss': '9000000' },
        expect: '5000000.00',
        because: 'min(9000000 × 60%, 500万)',
      },
      { name: 'a reserve of exactly 10%', with: { 'pool.balance': '10000000' }, expect: '600000.00', because: '1000000 × 60%' },
      { name: 'a reserve below 10%', with: { 'pool.balance': '9999999.99' }, refused: 'reserve' },
      { name: 'a reserve of exactly 15%', with: { 'pool.balance': '15000000' }, expect: '600000.00', because: '1000000 × 60%' },
      { name: 'a reserve above 15%', with: { 'pool.balance': '15000000.01' }, refused: 'reserve' },
    ],
  },
  'mianyang-2024': {
    base: {
      borrower: { revenue: '30000000', firstTimeBorrower: false },
      loans: [{ id: 'A', principal: '5000000', actualLoss: '1000000' }],
    },
    cases: [
      { name: 'up to 80%', expect: '800000.00', because: '1000000 × 80%', shares: { pool: '800000.00', bank: '200000.00' } },
      {
        name: 'a first-time borrower: 10 points more',
        with: { 'borrower.firstTimeBorrower': true },
        expect: '900000.00',
        because: '1000000 × (80% + 10%)',
        worksheet: { compensationRate: '0.9' },
      },
      {
        name: 'revenue below 20 million: a loan of 5 million',
        with: { 'borrower.revenue': '19999999.99' },
        expect: '800000.00',
        because: '1000000 × 80%',
      },
      {
        name: 'revenue below 20 million: a larger loan',
        with: { 'borrower.revenue': '19999999.99', 'loans[0].principal': '5000000.01' },
        refused: 'limit',
      },
      {
        name: 'revenue of 20 million: a loan of 10 million',
        with: { 'borrower.revenue': '20000000', 'loans[0].principal': '10000000' },
        expect: '800000.00',
        because: '1000000 × 80%',
      },
      {
        name: 'revenue of 100 million: a loan of 20 million',
        with: { 'borrower.revenue': '100000000', 'loans[0].principal': '20000000' },
        expect: '800000.00',
        because: '1000000 × 80%',
      },
    ],
  },
  'xiaoshan-lender-reward-2014': {
    base: { lender: { averageBorrowers: '20', averageBalance: '50000000' } },
    cases: [
      { name: 'the first 200,000', expect: '200000.00', because: '20万' },
      { name: 'just short of a further band', with: { 'lender.averageBalance': '99999999.99' }, expect: '200000.00', because: '20万' },
      { name: 'a further full band', with: { 'lender.averageBalance': '100000000' }, expect: '400000.00', because: '20万 + 20万' },
      { name: 'three further full bands', with: { 'lender.averageBalance': '219000000' }, expect: '800000.00', because: '20万 + 3 × 20万' },
      { name: 'a balance below 50 million', with: { 'lender.averageBalance': '49999999.99' }, refused: 'balance' },
      { name: 'fewer than 20 borrowers', with: { 'lender.averageBorrowers': '19.9' }, refused: 'borrowers' },
    ],
  },
  'tianjin-sme-pool': {
    base: { mode: 'bank', loans: [{ id: 'A', finalJudgment: true, principalLoss: '1000000.01', unpaidPrincipalInPayout: '600000' }] },
    cases: [
      {
        name: 'half of the loss of principal',
        expect: '500000.01',
        because: '1000000.01 × 50%',
        shares: { pool: '500000.01', bank: '500000.00' },
      },
      {
        name: 'half of the payout',
        with: { mode: 'guarantor' },
        expect: '300000.00',
        because: '600000 × 50%',
        shares: { pool: '300000.00', guarantor: '300000.00' },
      },
      { name: 'no judgment yet', with: { 'loans[0].finalJudgment': false }, refused: 'judgment' },
    ],
  },
}
