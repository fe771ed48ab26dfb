import type { Cases } from '../cases.js'
import { EXAMPLES } from './examples.js'

/** For each policy kept here as JSON: an application that satisfies every clause, and what the policy must be given. */
export const BASES: { readonly [id: string]: Pick<Cases, 'base' | 'parameters'> } = {
  ...EXAMPLES,
  'ningbo-pools-2015': { base: { pool: { cityContribution: '10000000', cityShare: '0.4', leverage: '10' } } },
  'wuhan-eastlake-micro-loan-reward': { base: { bank: { loansGranted: '100000000' }, history: { receivedThisYear: '0' } } },
  'generic-fixed-shares': {
    base: { losses: { principalLoss: '100.00' } },
    parameters: { shares: { a: '50%', b: '50%' }, remainderTo: 'b' },
  },
  'generic-percent-of-reference-rate': {
    base: { loans: [{ id: 'A', principal: '10000000', drawdownDate: '2024-01-01', maturityDate: '2025-01-01' }] },
    parameters: { share: '50%', proration: 'actual/365' },
  },
  'generic-points-capped-by-interest': {
    base: { loans: [{ id: 'A', principal: '1000000', drawdownDate: '2025-01-01', termMonths: 12, interestPaid: '30000' }] },
    parameters: { subsidyRate: '1.5%', proration: 'actual/365' },
  },
  'generic-drawdown-order-principal-limit': {
    base: { loans: [{ id: 'A', principal: '1000000', drawdownDate: '2022-01-01', termMonths: 12, annualRate: '0.04' }] },
    parameters: { principalLimit: '1500万元' },
  },
  'shenzhen-futian-energy-2022': {
    base: {
      borrower: { energyFirm: true, districtTax: '2000000' },
      loans: [
        { id: 'A', principal: '10000000', drawdownDate: '2022-04-01', termMonths: 12, annualRate: '0.048', interestPaidInAdvance: true },
      ],
    },
  },
  'wuxi-technology-loan': {
    base: {
      loans: [{ id: 'A', project: 'P', patentPledge: false, principal: '10000000', drawdownDate: '2015-11-02', termMonths: 24 }],
      history: { receivedThisYear: '0', receivedTotal: '0' },
    },
    parameters: { windowStart: '2015-12-21', windowEndExclusive: '2016-12-21' },
  },
  'zhejiang-panan-2024': {
    base: {
      loans: [{ id: 'A', principal: '5000000', drawdownDate: '2024-03-01', termMonths: 12 }],
      history: { receivedThisYear: '0' },
    },
    parameters: { referenceDate: '2023-12-31' },
  },
  'shandong-technical-upgrade-2022': {
    base: {
      application: { date: '2022-12-01' },
      loans: [
        { id: 'A', project: 'P', byProductHydrogenProject: false, principal: '10000000', drawdownDate: '2022-03-01', termMonths: 12 },
      ],
    },
  },
  'generic-waterfall': {
    base: { fund: { capital: '100000000', holdingYears: '3' }, flows: { proceeds: '150000000' } },
    parameters: { preferredRate: '8%', compounding: 'compound', catchUpToManager: '100%', carry: '20%', hurdle: 'soft' },
  },
  'generic-claw-back': {
    base: { deals: [{ id: 'A', gain: '10000000', carryPaid: '2000000' }] },
    parameters: { carry: '20%' },
  },
  'shandong-vc-fund': {
    base: {
      fund: { paidInCapital: '100000000' },
      holders: [
        { id: 'guidance', kind: 'guidance', contribution: '30000000' },
        { id: 'a', kind: 'private', contribution: '40000000' },
        { id: 'b', kind: 'private', contribution: '30000000' },
      ],
      leverage: { publicMoney: '180000000', privateMoney: '1030000000' },
    },
  },
  'zhejiang-vc-fund': {
    base: {
      deals: [{ id: 'A', inProvince: true, requestedAmount: '5000000', cashInvested: '5000000' }],
      exit: { originalInvestment: '10000000', holdingYears: '2', buyer: 'holder' },
      guidanceFund: { followOnPaid: '0' },
    },
  },
  'cn-government-investment-funds-2015': {
    base: {
      approvalDate: '2025-03-01',
      notSetUpOn: '2026-06-01',
      paidIntoAccountDate: '2026-05-01',
      notInvestingOn: '2026-06-01',
      fund: { inAgreedField: true, followsCharter: true, otherBreach: false, promisesPrincipal: false, promisesMinimumReturn: false },
      holding: { originalInvestment: '10000000', recovered: '14000000' },
      concession: { share: '0.2' },
    },
  },
  'province-combined-limit': {
    base: {
      award: { year: 2022 },
      borrower: { highTechEnterprise: true, inProvince: true, inSeparatePlanCity: false },
      policies: [
        {
          id: 'A',
          line: 'key-rd-equipment',
          premiumPaid: '400000',
          premiumRefunded: '0',
          paidDate: '2022-03-01',
          paidByEnterprise: true,
        },
      ],
      otherSupport: [],
      history: { receivedThisYear: '0' },
    },
  },
}
