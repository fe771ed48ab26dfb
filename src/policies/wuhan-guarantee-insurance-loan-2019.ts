import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.techEnterprise' | 'loan.guaranteeInsurance'> = {
  id: 'wuhan-guarantee-insurance-loan-2019',
  title: {
    zh: '武汉市科技型企业保证保险贷款补贴（2019年）',
    en: 'Subsidy for guarantee-insurance loans of tech enterprises, Wuhan (2019)',
  },
  issuer: { zh: '武汉市', en: 'Wuhan' },
  evidence: 'official',
  status: 'built-in',
  effective: { from: '2019-08-08', until: '2019-08-20', decidedBy: { zh: '申报日期', en: 'day of application' } },
  facts: {
    'borrower.techEnterprise': { kind: 'yes-no', label: { zh: '是否为科技型企业', en: 'tech enterprise' } },
    'loan.guaranteeInsurance': { kind: 'yes-no', label: { zh: '是否为保证保险贷款', en: 'guarantee-insurance loan' } },
  },
  parts: [
    {
      id: 'interest',
      label: { zh: '利息和保险费补贴', en: 'lump sum for interest and premium' },
      instrument: 'interest-subsidy',
      also: ['premium-subsidy'],
      eligibility: [
        { id: 'tech-enterprise', place: '2019年8月申报通知', fact: 'borrower.techEnterprise', is: true },
        { id: 'application', place: '2019年8月申报通知', fact: 'application.date', from: '2019-08-08', through: '2019-08-19' },
        {
          id: 'once-a-year',
          place: '2019年8月申报通知',
          label: { zh: '每家企业每年一笔：本年度尚未获补贴', en: 'one loan per enterprise and year: nothing received this year' },
          fact: 'history.receivedThisYear',
          atMost: '0元',
        },
      ],
      items: {
        of: 'loan',
        where: [
          { id: 'guarantee-insurance', place: '2019年8月申报通知', fact: 'loan.guaranteeInsurance', is: true },
          { id: 'drawdown', place: '2019年8月申报通知', fact: 'loan.drawdownDate', from: '2017-09-20', through: '2019-07-31' },
          { id: 'settled', place: '2019年8月申报通知', fact: 'loan.settled', is: true },
          {
            id: 'other-support',
            place: '2019年8月申报通知',
            label: { zh: '未享受市级其他财政资金支持', en: 'no support from other funds of the city' },
            otherSupport: 'none',
            levels: ['city'],
          },
        ],
        select: [
          {
            atMost: 1,
            place: '2019年8月申报通知',
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
          place: '2019年8月申报通知',
          value: {
            by: { fact: 'loan.principal' },
            brackets: [
              { below: '100万元', when: { fact: 'loan.interestAndPremiumPaid', above: '5万元' }, value: '5万元' },
              { atLeast: '100万元', below: '200万元', value: '7万元' },
              { atLeast: '200万元', below: '300万元', value: '13万元' },
              { atLeast: '300万元', value: '20万元' },
            ],
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
      zh: '贷款不足100万元且利息与保险费合计不超过5万元的，通知没有对应档次：不予补贴',
      en: 'A loan below 1,000,000 whose interest and premium are at most 50,000 has no line in the table: nothing is paid',
    },
    {
      zh: '一笔补贴同时针对利息和保险费，在两种工具下各可试算，只付一次；按其他文件计算保险费补贴时，本项补贴作为市级其他支持填报',
      en: 'One lump sum against interest and premium: assessed under either instrument, paid once; towards a premium subsidy of another document it is other support of the city',
    },
  ],
}

export default policy
