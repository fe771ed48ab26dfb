import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.forZoneInfrastructure' | 'loan.projectKind' | 'loan.projectInvestment' | 'borrower.performanceBand'> = {
  id: 'cn-development-zone-infrastructure-2012',
  title: {
    zh: '开发区基础设施项目贷款、基本建设贷款中央财政贴息',
    en: 'Central interest subsidy for infrastructure loans in national zones and for capital-construction loans',
  },
  number: '财建〔2012〕94号',
  issuer: { zh: '财政部', en: 'Ministry of Finance' },
  issued: '2012-03-19',
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'loan.forZoneInfrastructure': {
      kind: 'yes-no',
      label: {
        zh: '是否用于国家级开发区内的基础设施项目（国家高新区按基本建设贷款办理）',
        en: 'for an infrastructure project in a national zone (national high-tech zones: as a capital-construction loan)',
      },
    },
    'loan.projectKind': {
      kind: 'class',
      label: { zh: '项目性质', en: 'kind of project' },
      oneOf: { commercial: { zh: '经营性', en: 'commercial' }, 'non-commercial': { zh: '非经营性', en: 'non-commercial' } },
    },
    'loan.projectInvestment': { kind: 'amount', label: { zh: '项目总投资', en: 'total investment of the project' } },
    'borrower.performanceBand': {
      kind: 'class',
      label: { zh: '开发区绩效档次', en: 'performance band of the zone' },
      oneOf: { higher: { zh: '较高档', en: 'higher' }, lower: { zh: '较低档', en: 'lower' } },
    },
  },
  parameters: {
    rate: { kind: 'rate', label: { zh: '当年贴息率（较高档）', en: 'rate of the year, higher band' } },
    rateOfLowerBand: { kind: 'rate', label: { zh: '当年贴息率（较低档，约低三成）', en: 'rate of the year, lower band: about 30% less' } },
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
      items: {
        where: [
          { id: 'infrastructure', place: '财建〔2012〕94号', evidence: 'official', fact: 'loan.forZoneInfrastructure', is: true },
          {
            id: 'investment',
            place: '2010年申报通知',
            label: {
              zh: '经营性项目总投资5000万元以上，非经营性项目3000万元以上',
              en: 'total investment of at least 50 million yuan, or 30 million where not commercial',
            },
            any: [
              { fact: 'loan.projectInvestment', atLeast: '5000万元' },
              {
                all: [
                  { fact: 'loan.projectKind', is: 'non-commercial' },
                  { fact: 'loan.projectInvestment', atLeast: '3000万元' },
                ],
              },
            ],
          },
        ],
      },
      terms: {
        formula: {
          place: '2010年申报通知',
          value: {
            interestAt: {
              name: 'appliedRate',
              label: { zh: '适用贴息率（不高于贷款基准利率）', en: 'rate of subsidy, not above the benchmark' },
              lowerOf: [
                {
                  choose: 'first',
                  cases: [{ when: { fact: 'borrower.performanceBand', is: 'higher' }, value: { parameter: 'rate' } }],
                  otherwise: { parameter: 'rateOfLowerBand' },
                },
                {
                  name: 'benchmarkRate',
                  label: { zh: '贷款基准利率', en: 'benchmark lending rate' },
                  referenceRate: 'benchmark',
                  on: { fact: 'loan.drawdownDate' },
                  reading: {
                    zh: '通知未写明取哪一日的贷款基准利率：取放款日的同期限基准利率',
                    en: 'The notice does not name the day of the benchmark lending rate: that of the day of drawdown, for the tenor',
                  },
                },
              ],
            },
          },
        },
        windows: [
          {
            place: '2010年申报通知',
            value: {
              from: { yearOf: 'award.year', day: '12-21', years: -1 },
              through: { yearOf: 'award.year', day: '12-20' },
            },
          },
        ],
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '通知未规定计息办法', en: 'The notice does not state a day count' },
        },
        interest: {
          value: { kinds: ['normal'], by: 'period' },
          place: '2010年申报通知',
        },
      },
      limits: [
        {
          id: 'interest-paid',
          reading: {
            zh: '通知规定先付后贴、凭付息凭证贴息：贴息不超过凭证上的正常利息',
            en: 'Interest is paid first and subsidized on the bank slips: never above the ordinary interest on them',
          },
          cap: { fact: 'loan.interestPaid' },
          per: 'loan',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: { value: { central: '100%' }, place: '财建〔2012〕94号', evidence: 'official' },
      budget: { value: 'rate-set-afterwards', place: '2010年申报通知' },
    },
  ],
}

export default policy
