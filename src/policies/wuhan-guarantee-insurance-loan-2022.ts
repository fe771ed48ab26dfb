import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.techEnterprise' | 'loan.guaranteeInsurance' | 'loan.extended'> = {
  id: 'wuhan-guarantee-insurance-loan-2022',
  title: {
    zh: '武汉市科技型企业保证保险贷款补贴（2022年）',
    en: 'Subsidy for guarantee-insurance loans of tech enterprises, Wuhan (2022)',
  },
  issuer: { zh: '武汉市', en: 'Wuhan' },
  evidence: 'official',
  status: 'built-in',
  effective: { from: '2022-07-08', until: '2022-07-25', decidedBy: { zh: '申报日期', en: 'day of application' } },
  facts: {
    'borrower.techEnterprise': { kind: 'yes-no', label: { zh: '是否为科技型企业', en: 'tech enterprise' } },
    'loan.guaranteeInsurance': { kind: 'yes-no', label: { zh: '是否为保证保险贷款', en: 'guarantee-insurance loan' } },
    'loan.extended': { kind: 'yes-no', label: { zh: '是否展期', en: 'whether the loan was extended' } },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      also: ['interest-subsidy'],
      eligibility: [
        { id: 'tech-enterprise', place: '2022年申报通知', fact: 'borrower.techEnterprise', is: true },
        { id: 'application', place: '2022年申报通知', fact: 'application.date', from: '2022-07-08', through: '2022-07-24' },
      ],
      items: {
        of: 'loan',
        where: [
          { id: 'guarantee-insurance', place: '2022年申报通知', fact: 'loan.guaranteeInsurance', is: true },
          {
            id: 'extension',
            place: '2022年申报通知',
            label: {
              zh: '展期的填写展期后到期日，未展期的不填',
              en: 'the extended maturity is stated of a loan that was extended, and of no other',
            },
            any: [
              {
                all: [
                  { fact: 'loan.extended', is: true },
                  { fact: 'loan.extensionUntil', after: { fact: 'loan.maturityDate' } },
                ],
              },
              {
                all: [
                  { fact: 'loan.extended', is: false },
                  {
                    value: {
                      firstKnown: [{ between: [{ fact: 'loan.maturityDate' }, { fact: 'loan.extensionUntil' }], in: 'days' }, '0天'],
                    },
                    atMost: '0天',
                  },
                ],
              },
            ],
          },
          { id: 'settled', place: '2022年申报通知', fact: 'loan.settled', is: true },
          { id: 'settled-date', place: '2022年申报通知', fact: 'loan.settledDate', from: '2021-07-01', through: '2022-06-30' },
          {
            id: 'other-support',
            place: '2022年申报通知',
            label: { zh: '同一贷款当年未享受市级其他贴息、保费补贴', en: 'no other interest or premium help of the city for the loan' },
            otherSupport: 'none',
            levels: ['city'],
          },
        ],
        select: [
          {
            atMost: 1,
            place: '2022年申报通知',
            order: {
              value: 'largest-subsidy',
              reading: {
                zh: '通知未写明多笔时取哪一笔：取补贴额较高的一笔',
                en: 'The notice does not say which of several loans: the one with the higher subsidy',
              },
            },
          },
        ],
      },
      terms: {
        formula: {
          place: '2022年申报通知',
          value: {
            share: {
              name: 'appliedRate',
              label: { zh: '适用补贴比例', en: 'applied rate of subsidy' },
              by: { fact: 'loan.principal' },
              brackets: [
                {
                  atMost: '100万元',
                  value: '7%',
                  label: { zh: '贷款市场报价利率加50个基点，加2.6%的保险费率', en: 'LPR and 50 basis points, and a premium rate of 2.6%' },
                },
                {
                  above: '100万元',
                  atMost: '500万元',
                  value: '6%',
                  label: { zh: '7%减去企业自行承担的1%保险费', en: '7% less the 1% of premium that the firm bears' },
                },
              ],
            },
            of: {
              share: {
                reading: {
                  zh: '通知规定按实际月份计算，未规定不足整月的天数：按天数除以360',
                  en: 'Actual months count; how days beyond whole months do is not stated: over 360',
                },
                choose: 'first',
                cases: [{ when: { fact: 'loan.extended', is: true }, value: { counted: 'years' } }],
                otherwise: { lowerOf: [{ counted: 'years' }, '1'] },
              },
              of: { fact: 'loan.principal' },
            },
          },
        },
        extension: { value: 'included', place: '2022年申报通知' },
        proration: { value: 'month/12', place: '2022年申报通知' },
      },
      limits: [
        {
          id: 'real-cost',
          place: '2022年申报通知',
          label: { zh: '不超过实际支付的利息和保险费', en: 'not above the interest and premium really paid' },
          cap: { fact: 'loan.interestAndPremiumPaid' },
          per: 'loan',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    {
      zh: '依据武政规〔2021〕5号、武科〔2021〕31号、武银营〔2017〕66号',
      en: 'Based on 武政规〔2021〕5号, 武科〔2021〕31号 and 武银营〔2017〕66号',
    },
    {
      zh: '2024年另有同类申报通知（见于转述）；本文件的申报期和还清期为2022年的',
      en: 'There was a call of the kind in 2024 as well (from a secondary source); the days of application and settlement here are those of 2022',
    },
    {
      zh: '比例适用于全部本金：100万元按7%为7万元，101万元按6%为6.06万元；超过500万元的通知未作规定',
      en: 'The rate is that of the whole principal: 1,000,000 at 7% is 70,000, 1,010,000 at 6% is 60,600; above 5,000,000 the notice says nothing',
    },
    {
      zh: '一笔补贴同时针对利息和保险费，在两种工具下各可试算，只付一次',
      en: 'One subsidy against interest and premium: assessed under either instrument, paid once',
    },
  ],
}

export default policy
