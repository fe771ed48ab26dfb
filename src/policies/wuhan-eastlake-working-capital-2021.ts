import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'borrower.aboveScaleIndustry'
  | 'borrower.inZone'
  | 'borrower.outputGrowth'
  | 'borrower.localContribution'
  | 'borrower.localContributionBefore'
  | 'borrower.leadingEnterpriseReward'
  | 'loan.workingCapital'
  | 'round.zoneOutputGrowth'
> = {
  id: 'wuhan-eastlake-working-capital-2021',
  title: {
    zh: '武汉东湖新技术开发区规上工业企业流动资金贷款贴息',
    en: 'Working-capital loans of above-scale industry, East Lake High-tech Zone, Wuhan',
  },
  number: '武新规〔2021〕5号、武新管〔2021〕22号',
  issuer: { zh: '武汉东湖新技术开发区', en: 'East Lake High-tech Zone, Wuhan' },
  evidence: 'official',
  status: 'built-in',
  effective: { decidedBy: { zh: '申报年度', en: 'award year' } },
  facts: {
    'borrower.aboveScaleIndustry': {
      kind: 'yes-no',
      label: { zh: '是否为规模以上工业企业', en: 'above-scale industry' },
    },
    'borrower.inZone': {
      kind: 'yes-no',
      label: { zh: '注册和纳税是否均在东湖高新区', en: 'registered and taxed in the zone' },
    },
    'borrower.outputGrowth': { kind: 'growth', label: { zh: '当年工业产值增幅', en: 'growth of output in the year' } },
    'borrower.localContribution': { kind: 'amount', label: { zh: '当年地方财政贡献', en: 'local fiscal contribution' } },
    'borrower.localContributionBefore': {
      kind: 'amount',
      label: { zh: '上一年地方财政贡献', en: 'local fiscal contribution, year before' },
    },
    'borrower.leadingEnterpriseReward': {
      kind: 'yes-no',
      label: { zh: '同一年度是否享受领军企业规模奖励', en: 'leading-enterprise reward in the year' },
    },
    'loan.workingCapital': { kind: 'yes-no', label: { zh: '是否为流动资金贷款', en: 'working-capital loan' } },
    'round.zoneOutputGrowth': {
      kind: 'growth',
      label: { zh: '当年申报通知公布的全区产值平均增幅', en: 'growth of output in the zone, from the notice' },
    },
  },
  parameters: {
    countedAfterYearEnd: {
      kind: 'months',
      label: { zh: '年末以后计息的月数', en: 'months that count after the award year' },
      value: '12个月',
      reading: {
        zh: '文件未写明12月31日之后的利息是否计入：计入，填“0个月”则只计至年末',
        en: 'Interest after 31 December is left open: it counts; zero months stops at the year end',
      },
    },
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'day count' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      value: 'actual/365',
      reading: { zh: '文件未规定计息天数：按实际天数除以365', en: 'No day count is stated: actual days over 365' },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'above-scale', place: '武新规〔2021〕5号、武新管〔2021〕22号', fact: 'borrower.aboveScaleIndustry', is: true },
        { id: 'zone', place: '武新规〔2021〕5号、武新管〔2021〕22号', fact: 'borrower.inZone', is: true },
        {
          id: 'growth',
          place: '武新规〔2021〕5号、武新管〔2021〕22号',
          fact: 'borrower.outputGrowth',
          atLeast: {
            by: { fact: 'award.year' },
            brackets: [
              { place: '2022-02-14 通知', atLeast: '2021', atMost: '2021', value: '25.4%' },
              { place: '2020-07-10 通知', atLeast: '2019', atMost: '2019', value: '8.2%' },
            ],
            otherwise: { fact: 'round.zoneOutputGrowth' },
          },
        },
        {
          id: 'contribution',
          place: '武新规〔2021〕5号、武新管〔2021〕22号',
          fact: 'borrower.localContribution',
          above: { fact: 'borrower.localContributionBefore' },
        },
        {
          id: 'other-support',
          place: '武新规〔2021〕5号、武新管〔2021〕22号',
          label: { zh: '同年流动资金贷款未享受区级其他贴息', en: 'no other district subsidy on such loans of the year' },
          otherSupport: 'none',
          levels: ['district'],
        },
        {
          id: 'leading-enterprise',
          place: '武新规〔2021〕5号、武新管〔2021〕22号',
          fact: 'borrower.leadingEnterpriseReward',
          is: false,
        },
      ],
      items: {
        where: [
          { id: 'working-capital', place: '武新规〔2021〕5号、武新管〔2021〕22号', fact: 'loan.workingCapital', is: true },
          {
            id: 'drawdown',
            place: '武新规〔2021〕5号、武新管〔2021〕22号',
            fact: 'loan.drawdownDate',
            from: { yearOf: 'award.year', day: '01-01' },
            through: { yearOf: 'award.year', day: '12-31' },
          },
        ],
      },
      terms: {
        formula: {
          place: '武新规〔2021〕5号、武新管〔2021〕22号',
          value: {
            choose: 'first',
            cases: [
              {
                reading: {
                  zh: '2019年度按贷款基准利率的比例贴息，比例不详：只计算2020年度起',
                  en: 'The 2019 round paid an unknown share of the benchmark rate: only rounds from 2020 are worked out',
                },
                when: { fact: 'award.year', atLeast: '2020' },
                value: {
                  interestAt: {
                    name: 'appliedRate',
                    place: '武新规〔2021〕5号、武新管〔2021〕22号',
                    share: '50%',
                    of: {
                      name: 'referenceRate',
                      label: { zh: '放款日的1年期LPR', en: 'one-year LPR on the day of drawdown' },
                      referenceRate: 'lpr-1y',
                      on: { fact: 'loan.drawdownDate' },
                    },
                  },
                },
              },
            ],
          },
        },
        longest: {
          value: '1年',
          reading: {
            zh: '文件未写明贴息期限：最长计一年',
            en: 'No longest time is stated: at most one year',
          },
        },
        windows: [
          {
            value: { through: { date: { yearOf: 'award.year', day: '12-31' }, plus: { parameter: 'countedAfterYearEnd' } } },
            reading: {
              zh: '12月31日之后的利息是否计入未写明',
              en: 'Interest after 31 December is left open',
            },
          },
        ],
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '文件未规定计息天数', en: 'No day count is stated' },
        },
      },
      limits: [{ id: 'cap', place: '武新规〔2021〕5号、武新管〔2021〕22号', cap: '100万元', per: 'applicant' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'No rounding is stated: to the fen, half up' },
      },
    },
  ],
}

export default policy
