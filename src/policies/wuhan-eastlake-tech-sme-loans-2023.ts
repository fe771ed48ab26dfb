import type { Policy } from '../policy/policy.js'

const policy: Policy<
  'borrower.technologySme' | 'borrower.preApplied' | 'borrower.preApplicationDate' | 'loan.product' | 'loan.relievedByZeroInterest'
> = {
  id: 'wuhan-eastlake-tech-sme-loans-2023',
  title: { zh: '科技型中小企业贷款政策奖励', en: 'Loan rewards for technology SMEs, Wuhan East Lake High-tech Zone' },
  number: '武新管〔2022〕36号',
  issuer: { zh: '武汉东湖新技术开发区', en: 'Wuhan East Lake High-tech Zone' },
  evidence: 'official',
  status: 'template',
  effective: { decidedBy: { zh: '申报年度', en: 'award round' } },
  facts: {
    'borrower.technologySme': { kind: 'yes-no', label: { zh: '是否科技型中小企业', en: 'technology SME' } },
    'borrower.preApplied': { kind: 'yes-no', label: { zh: '是否已进行预申报', en: 'pre-application made' } },
    'borrower.preApplicationDate': { kind: 'date', label: { zh: '预申报日期', en: 'day of the pre-application' } },
    'loan.product': {
      kind: 'class',
      label: { zh: '贷款产品', en: 'loan product' },
      oneOf: {
        'guarantee-insurance': { zh: '保证保险贷款', en: 'guarantee-insurance loan' },
        'unsecured-credit': { zh: '信用贷款', en: 'unsecured credit loan' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'loan.relievedByZeroInterest': {
      kind: 'yes-no',
      label: { zh: '是否已享受武汉市纾困零息政策', en: 'covered by the relief zero-interest policy of Wuhan' },
    },
  },
  parameters: {
    interestShare: { kind: 'rate', label: { zh: '利息支持比例', en: 'share of interest' } },
    premiumShare: { kind: 'rate', label: { zh: '保证保险贷款的保险费支持比例', en: 'share of the premium of a guarantee-insurance loan' } },
    interestCap: {
      kind: 'amount',
      label: {
        zh: '利息支持上限（未单独规定的填企业年度上限）',
        en: 'cap of the interest part (that of the enterprise where there is none of its own)',
      },
    },
    premiumCap: {
      kind: 'amount',
      label: {
        zh: '保险费支持上限（未单独规定的填企业年度上限）',
        en: 'cap of the premium part (that of the enterprise where there is none of its own)',
      },
    },
    cap: { kind: 'amount', label: { zh: '单个企业年度上限', en: 'cap per enterprise and year' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      also: ['premium-subsidy'],
      eligibility: [
        { id: 'technology-sme', place: '2023、2024年度申报通知', fact: 'borrower.technologySme', is: true },
        {
          id: 'round',
          place: '2023、2024年度申报通知',
          label: { zh: '2023年度或2024年度申报', en: 'the round of 2023 or of 2024' },
          fact: 'award.year',
          atLeast: '2023',
          atMost: '2024',
        },
        {
          id: 'pre-application',
          place: '2023、2024年度申报通知',
          label: { zh: '已预申报（2024年度须在2024年9月9日前，含当日）', en: 'pre-application made; for 2024 by 2024-09-09' },
          all: [
            { fact: 'borrower.preApplied', is: true },
            {
              any: [
                { fact: 'award.year', atMost: '2023' },
                { fact: 'borrower.preApplicationDate', through: '2024-09-09' },
              ],
            },
          ],
        },
        {
          id: 'once-a-year',
          place: '2023、2024年度申报通知',
          label: { zh: '每家企业每年一笔：本年度尚未获奖励', en: 'one loan per enterprise and year: nothing received this year' },
          fact: 'history.receivedThisYear',
          atMost: '0元',
        },
      ],
      items: {
        of: 'loan',
        where: [
          { id: 'product', place: '2023、2024年度申报通知', fact: 'loan.product', oneOf: ['guarantee-insurance', 'unsecured-credit'] },
          {
            id: 'window',
            place: '2023、2024年度申报通知',
            label: {
              zh: '上年9月至当年8月新发放；或上年1月至8月发放且当年还清本息',
              en: 'drawn from September of the year before through August, or drawn from January through August of the year before and repaid in the year',
            },
            all: [
              {
                fact: 'loan.drawdownDate',
                from: { yearOf: 'award.year', day: '01-01', years: -1 },
                through: { yearOf: 'award.year', day: '08-31' },
              },
              {
                any: [
                  { fact: 'loan.drawdownDate', from: { yearOf: 'award.year', day: '09-01', years: -1 } },
                  {
                    all: [
                      { fact: 'loan.settled', is: true },
                      {
                        fact: 'loan.settledDate',
                        from: { yearOf: 'award.year', day: '01-01' },
                        through: { yearOf: 'award.year', day: '12-31' },
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            id: 'voucher',
            place: '2023、2024年度申报通知',
            label: { zh: '以一张放款凭证为一笔贷款', en: 'one loan is one drawdown voucher' },
            value: { count: 'loan.drawdowns' },
            atMost: '1',
          },
          { id: 'relief', place: '2023、2024年度申报通知', fact: 'loan.relievedByZeroInterest', is: false },
          {
            id: 'other-support',
            place: '2023、2024年度申报通知',
            label: { zh: '未享受东湖高新区其他政策', en: 'no other policy of the zone' },
            otherSupport: 'none',
            levels: ['district', 'zone'],
          },
        ],
        select: [
          {
            atMost: 1,
            place: '2023、2024年度申报通知',
            order: {
              value: 'largest-subsidy',
              reading: {
                zh: '通知未写明多笔时取哪一笔：取奖励额最大的一笔',
                en: 'The notice does not say which of several loans: the one with the largest reward',
              },
            },
          },
        ],
      },
      terms: {
        formula: {
          place: '武新管〔2022〕36号',
          value: {
            sumOf: [
              {
                name: 'interestReward',
                label: { zh: '利息支持', en: 'support of the interest' },
                lowerOf: [
                  {
                    share: { parameter: 'interestShare' },
                    of: { name: 'countedInterest', label: { zh: '实付利息', en: 'interest paid' }, fact: 'loan.interestPaid' },
                  },
                  { parameter: 'interestCap' },
                ],
              },
              {
                name: 'premiumSupport',
                label: { zh: '保险费支持', en: 'support of the premium' },
                choose: 'first',
                cases: [
                  {
                    when: { fact: 'loan.product', is: 'guarantee-insurance' },
                    value: {
                      lowerOf: [{ share: { parameter: 'premiumShare' }, of: { fact: 'loan.premiumPaid' } }, { parameter: 'premiumCap' }],
                    },
                  },
                ],
                otherwise: '0元',
              },
            ],
          },
        },
      },
      limits: [{ id: 'annual', place: '武新管〔2022〕36号', cap: { parameter: 'cap' }, per: 'applicant' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    {
      zh: '利息、保险费的支持比例和上限见武新管〔2022〕36号，由使用者按文件提供',
      en: 'The shares of interest and premium and the caps stand in 武新管〔2022〕36号 and are supplied by the caller',
    },
    {
      zh: '保证保险贷款的利息和保险费支持为同一笔贷款的一项奖励，在两种工具下各可试算，只付一次',
      en: 'Interest and premium of a guarantee-insurance loan are one reward of one loan: assessed under either instrument, paid once',
    },
    { zh: '另据武银营发〔2013〕72号、武银营办发〔2014〕20号', en: 'Also based on 武银营发〔2013〕72号 and 武银营办发〔2014〕20号' },
  ],
}

export default policy
