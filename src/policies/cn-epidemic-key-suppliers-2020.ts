import type { Policy } from '../policy/policy.js'

const appliedRate = {
  name: 'appliedRate',
  label: { zh: '年贴息率', en: 'rate of subsidy' },
  share: { parameter: 'share' },
  of: {
    choose: 'first',
    cases: [
      {
        when: { parameter: 'notice', is: 'first' },
        place: '2020年2月第一次通知',
        evidence: 'official',
        value: { parameter: 'relendingRate' },
      },
    ],
    otherwise: { fact: 'loan.annualRate', place: '2020年2月第二次通知' },
  },
} as const

const policy: Policy<'borrower.keySupplier' | 'loan.backedByRelending'> = {
  id: 'cn-epidemic-key-suppliers-2020',
  title: { zh: '疫情防控重点保障企业贷款贴息', en: 'Interest subsidy for key suppliers in the epidemic' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'borrower.keySupplier': { kind: 'yes-no', label: { zh: '是否列入疫情防控重点保障企业名单', en: 'listed as a key supplier' } },
    'loan.backedByRelending': { kind: 'yes-no', label: { zh: '是否使用人民银行专项再贷款', en: 'backed by central-bank relending' } },
  },
  parameters: {
    notice: {
      kind: 'class',
      label: {
        zh: '适用的通知：第一次（按再贷款利率）或第二次（按实际贷款利率）',
        en: 'notice that applies: the first (relending rate) or the second (actual rate)',
      },
      oneOf: ['first', 'second'],
    },
    relendingRate: {
      kind: 'rate',
      label: { zh: '人民银行专项再贷款利率', en: 'relending rate of the central bank' },
      neededWhen: { parameter: 'notice', is: 'first' },
    },
    share: { kind: 'rate', label: { zh: '贴息比例', en: 'share of the rate' }, value: '50%', place: '2020年2月两次通知' },
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'day count' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      value: 'actual/365',
      reading: {
        zh: '文件未规定计息办法：按实际天数除以365',
        en: 'The document does not state a day count: actual days over 365',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'key-supplier', place: '2020年2月通知', evidence: 'official', fact: 'borrower.keySupplier', is: true }],
      items: {
        where: [
          { id: 'relending', place: '2020年2月通知', evidence: 'official', fact: 'loan.backedByRelending', is: true },
          { id: 'contract', place: '2020年2月通知', evidence: 'official', fact: 'loan.contractDate', after: '2020-01-01' },
        ],
      },
      terms: {
        formula: { place: '2020年2月通知', value: { interestAt: appliedRate } },
        longest: { value: '1年', place: '2020年2月通知', evidence: 'official' },
        proration: { value: { parameter: 'proration' }, reading: { zh: '通知未规定计息办法', en: 'The notices do not state a day count' } },
        shown: [
          {
            place: '2020年2月通知',
            value: {
              name: 'netAnnualRate',
              label: { zh: '贴息后企业实际负担的年利率', en: 'yearly rate the firm bears after the subsidy' },
              excessOf: [{ fact: 'loan.annualRate' }, appliedRate],
            },
          },
        ],
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: { value: { central: '100%' }, place: '2020年2月通知', evidence: 'official' },
    },
  ],
  notes: [{ zh: '目标：贴息后企业实际融资成本不高于1.6%', en: 'Target: a cost of at most 1.6% after the subsidy' }],
}

export default policy
