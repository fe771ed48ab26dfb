import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.output' | 'borrower.outputGrowth' | 'loan.forWorkingCapital'> = {
  id: 'wuhan-growth-industry-working-capital-2021',
  title: { zh: '成长性工业企业流动资金贷款贴息', en: 'Working-capital loan subsidy for growing industrial firms, Wuhan' },
  number: '武经信运行〔2021〕20号',
  issuer: { zh: '武汉市', en: 'Wuhan' },
  evidence: 'official',
  status: 'template',
  effective: {},
  facts: {
    'borrower.output': { kind: 'amount', label: { zh: '工业总产值', en: 'industrial output' } },
    'borrower.outputGrowth': { kind: 'growth', label: { zh: '工业总产值增长率', en: 'growth of industrial output' } },
    'loan.forWorkingCapital': { kind: 'yes-no', label: { zh: '是否流动资金贷款', en: 'working-capital loan' } },
  },
  parameters: {
    formula: {
      kind: 'class',
      label: { zh: '贴息计算方式', en: 'type of formula' },
      oneOf: ['share-of-interest-paid', 'points-on-principal'],
    },
    rate: { kind: 'rate', label: { zh: '贴息比例（按本金贴息时为年贴息率）', en: 'share of interest, or points a year on principal' } },
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'day count' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      neededWhen: { parameter: 'formula', is: 'points-on-principal' },
    },
    cap: { kind: 'amount', label: { zh: '企业贴息上限', en: 'cap per enterprise' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        {
          id: 'growth',
          place: '武经信运行〔2021〕20号',
          label: {
            zh: '产值100亿元以上的增长10%以上，其他增长20%以上',
            en: 'growth of at least 10% with output of at least 10 billion yuan, of at least 20% otherwise',
          },
          any: [
            { fact: 'borrower.outputGrowth', atLeast: '20%' },
            {
              all: [
                { fact: 'borrower.output', atLeast: '100亿元' },
                { fact: 'borrower.outputGrowth', atLeast: '10%' },
              ],
            },
          ],
        },
      ],
      items: {
        where: [
          { id: 'purpose', place: '武经信运行〔2021〕20号', fact: 'loan.forWorkingCapital', is: true },
          {
            id: 'drawdown',
            place: '武经信运行〔2021〕20号',
            label: { zh: '当年发放的贷款', en: 'drawn in the year' },
            fact: 'loan.drawdownDate',
            from: { yearOf: 'award.year', day: '01-01' },
            through: { yearOf: 'award.year', day: '12-31' },
          },
          {
            id: 'other-support',
            place: '武经信运行〔2021〕20号',
            label: {
              zh: '未享受其他市级补贴（含2020年中小企业纾困贷款）',
              en: 'no other municipal subsidy, such as the SME relief loan of 2020',
            },
            otherSupport: 'none',
            levels: ['city'],
          },
        ],
      },
      terms: {
        formula: {
          place: '武经信运行〔2021〕20号',
          value: {
            choose: 'first',
            cases: [
              {
                when: { parameter: 'formula', is: 'share-of-interest-paid' },
                value: {
                  share: { parameter: 'rate' },
                  of: { name: 'countedInterest', label: { zh: '实付利息', en: 'interest paid' }, fact: 'loan.interestPaid' },
                },
              },
            ],
            otherwise: { interestAt: { name: 'appliedRate', label: { zh: '年贴息率', en: 'rate of subsidy' }, parameter: 'rate' } },
          },
        },
        windows: [
          {
            reading: {
              zh: '文件未写明年末以后的利息是否计入：仅计当年的利息',
              en: 'Interest after the end of the year is left open: only that of the year counts',
            },
            value: { through: { yearOf: 'award.year', day: '12-31' } },
          },
        ],
        proration: { value: { parameter: 'proration' }, place: '武经信运行〔2021〕20号' },
      },
      limits: [{ id: 'cap', place: '武经信运行〔2021〕20号', cap: { parameter: 'cap' }, per: 'applicant' }],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
