import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.inCityProper' | 'loan.registered' | 'loan.kind' | 'loan.insuredAmount'> = {
  id: 'yichang-tech-innovation-loan-2019',
  title: {
    zh: '宜昌市财政科技创新贷贷款贴息（2019年度）',
    en: 'Interest subsidy for fiscal tech-innovation loans, Yichang (interest of 2019)',
  },
  number: '宜府办发〔2017〕30号',
  issuer: { zh: '宜昌市', en: 'Yichang' },
  evidence: 'official',
  status: 'built-in',
  effective: { decidedBy: { zh: '利息所属年度：2019年', en: 'year of the interest: 2019' } },
  facts: {
    'borrower.inCityProper': { kind: 'yes-no', label: { zh: '是否为宜昌城区企业', en: 'enterprise in Yichang city proper' } },
    'loan.registered': { kind: 'yes-no', label: { zh: '贷款是否已备案', en: 'loan is registered' } },
    'loan.kind': {
      kind: 'class',
      label: { zh: '贷款种类', en: 'kind of loan' },
      oneOf: {
        credit: { zh: '信用贷款', en: 'credit loan' },
        'patent-pledge': { zh: '专利权质押贷款', en: 'patent-pledge loan' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'loan.insuredAmount': { kind: 'amount', label: { zh: '担保或投保金额', en: 'guaranteed or insured amount' } },
  },
  parameters: {
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'how time is counted' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      value: 'actual/365',
      reading: {
        zh: '不足一年的据实计算，通知未写明一年按多少天：按实际天数除以365',
        en: 'Less than a year counts by what accrued; the notice does not name the days of a year: actual days over 365',
      },
    },
  },
  parts: [
    {
      id: 'interest',
      label: { zh: '贷款贴息', en: 'interest subsidy' },
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'city-proper', place: '2020-08-10 通知', fact: 'borrower.inCityProper', is: true }],
      items: {
        where: [
          { id: 'registered', place: '2020-08-10 通知', fact: 'loan.registered', is: true },
          { id: 'kind', place: '2020-08-10 通知', fact: 'loan.kind', oneOf: ['credit', 'patent-pledge'] },
        ],
        select: [
          {
            atMost: 2,
            place: '2020-08-10 通知',
            order: {
              value: 'largest-subsidy',
              reading: {
                zh: '通知未写明超过2笔时取哪两笔：取贴息额较大的两笔',
                en: 'The notice does not say which two of more loans: the two with the larger subsidy',
              },
            },
          },
        ],
      },
      terms: {
        principal: {
          place: '2020-08-10 通知',
          value: { lowerOf: [{ fact: 'loan.confirmedPrincipal' }, { fact: 'loan.principal' }] },
        },
        principalLimits: [{ place: '2020-08-10 通知', value: '200万元', per: 'loan' }],
        formula: {
          place: '2020-08-10 通知',
          value: {
            share: '50%',
            of: {
              name: 'benchmarkInterest',
              label: { zh: '按贷款时基准利率计算的利息', en: 'interest at the benchmark rate' },
              interestAt: {
                name: 'referenceRate',
                label: { zh: '贷款时的贷款基准利率', en: 'benchmark rate at the time of the loan' },
                referenceRate: 'benchmark',
                on: { fact: 'loan.drawdownDate' },
              },
            },
          },
        },
        windows: [{ place: '2020-08-10 通知', value: { from: '2019-01-01', through: '2019-12-31' } }],
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '通知未写明一年按多少天', en: 'The notice does not name the days of a year' },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      id: 'fee',
      label: { zh: '担保费、保险费补贴', en: 'subsidy of the guarantee fee or premium' },
      instrument: 'premium-subsidy',
      eligibility: [{ id: 'fee-city-proper', place: '2020-08-10 通知', fact: 'borrower.inCityProper', is: true }],
      items: {
        of: 'loan',
        where: [
          { id: 'fee-registered', place: '2020-08-10 通知', fact: 'loan.registered', is: true },
          { id: 'fee-kind', place: '2020-08-10 通知', fact: 'loan.kind', oneOf: ['credit', 'patent-pledge'] },
          {
            id: 'fee-paid',
            place: '2020-08-10 通知',
            label: { zh: '支付了担保费或保险费', en: 'a guarantee fee or premium was paid' },
            value: { sumOf: [{ fact: 'loan.guaranteeFeePaid' }, { fact: 'loan.premiumPaid' }] },
            above: '0元',
          },
        ],
      },
      terms: {
        formula: {
          place: '2020-08-10 通知',
          value: {
            share: '50%',
            of: {
              name: 'countedFee',
              label: { zh: '计入的担保费、保险费', en: 'guarantee fee and premium that count' },
              reading: {
                zh: '投保金额超过500万元的，实际支付的费用按500万元所占比例计入',
                en: 'Of an insured amount above 5,000,000 the fee paid counts in the proportion of 5,000,000 to it',
              },
              share: { ratio: [{ lowerOf: [{ fact: 'loan.insuredAmount' }, '500万元'] }, { fact: 'loan.insuredAmount' }] },
              of: { sumOf: [{ fact: 'loan.guaranteeFeePaid' }, { fact: 'loan.premiumPaid' }] },
            },
          },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    {
      zh: '担保费、保险费补贴未写明笔数和费用所属年度：不限笔数，按2019年度支付的费用填报',
      en: 'Of the subsidy of fees neither a number of loans nor the year of the fee is stated: any number, and the fees paid in 2019 are stated',
    },
  ],
}

export default policy
