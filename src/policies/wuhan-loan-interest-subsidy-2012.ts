import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'wuhan-loan-interest-subsidy-2012',
  title: { zh: '武汉市贷款贴息管理办法（2012年）', en: 'Wuhan measures of loan interest subsidy (2012)' },
  issuer: { zh: '武汉市', en: 'Wuhan' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  parameters: {
    formula: {
      kind: 'class',
      label: { zh: '贴息计算方式', en: 'type of formula' },
      oneOf: ['share-of-interest-paid', 'share-of-reference-interest', 'points-on-principal'],
    },
    rate: { kind: 'rate', label: { zh: '贴息比例（按本金贴息时为年贴息率）', en: 'share of interest, or points a year on principal' } },
    referenceRate: {
      kind: 'class',
      label: { zh: '参照利率', en: 'reference rate' },
      oneOf: ['benchmark', 'benchmark-1y'],
      neededWhen: { parameter: 'formula', is: 'share-of-reference-interest' },
    },
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'day count' },
      oneOf: ['actual/365', 'actual/360', 'month/12', 'whole-year'],
      neededWhen: { parameter: 'formula', is: ['share-of-reference-interest', 'points-on-principal'] },
    },
    longest: {
      kind: 'months',
      label: { zh: '最长贴息期限', en: 'longest time subsidized' },
      neededWhen: { parameter: 'formula', is: ['share-of-reference-interest', 'points-on-principal'] },
    },
    loanCap: { kind: 'amount', label: { zh: '单笔贷款贴息上限', en: 'cap for one loan' } },
    cap: { kind: 'amount', label: { zh: '企业贴息上限', en: 'cap for one enterprise' } },
    capPeriod: {
      kind: 'class',
      label: { zh: '企业贴息上限的期间：本次、每年或累计', en: 'period of the cap of the enterprise: this application, a year or ever' },
      oneOf: ['application', 'year', 'lifetime'],
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      terms: {
        formula: {
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
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
              {
                when: { parameter: 'formula', is: 'points-on-principal' },
                value: { interestAt: { name: 'appliedRate', label: { zh: '年贴息率', en: 'rate of subsidy' }, parameter: 'rate' } },
              },
              {
                when: { parameter: 'referenceRate', is: 'benchmark' },
                value: {
                  share: { parameter: 'rate' },
                  of: {
                    name: 'benchmarkInterest',
                    label: { zh: '按基准利率计算的利息', en: 'interest at the benchmark rate' },
                    interestAt: {
                      name: 'referenceRate',
                      label: { zh: '贷款基准利率', en: 'benchmark lending rate' },
                      referenceRate: 'benchmark',
                      on: { fact: 'loan.drawdownDate' },
                      reading: {
                        zh: '取放款日同期限的贷款基准利率',
                        en: 'The benchmark lending rate of the day of drawdown, for the tenor of the loan',
                      },
                    },
                  },
                },
              },
            ],
            otherwise: {
              share: { parameter: 'rate' },
              of: {
                name: 'benchmarkInterest',
                label: { zh: '按基准利率计算的利息', en: 'interest at the benchmark rate' },
                interestAt: {
                  name: 'referenceRate',
                  label: { zh: '一年期贷款基准利率', en: 'one-year benchmark lending rate' },
                  referenceRate: 'benchmark-1y',
                  on: { fact: 'loan.drawdownDate' },
                  reading: { zh: '取放款日的一年期贷款基准利率', en: 'The one-year benchmark lending rate of the day of drawdown' },
                },
              },
            },
          },
        },
        longest: {
          value: { parameter: 'longest' },
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
        },
        proration: {
          value: { parameter: 'proration' },
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
        },
      },
      limits: [
        {
          id: 'per-loan',
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          cap: { parameter: 'loanCap' },
          per: 'loan',
        },
        {
          id: 'cap',
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          when: { parameter: 'capPeriod', is: 'application' },
          cap: { parameter: 'cap' },
          per: 'applicant',
        },
        {
          id: 'annual',
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          when: { parameter: 'capPeriod', is: 'year' },
          cap: { parameter: 'cap' },
          per: 'applicant',
          period: 'year',
        },
        {
          id: 'lifetime',
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          when: { parameter: 'capPeriod', is: 'lifetime' },
          cap: { parameter: 'cap' },
          per: 'applicant',
          period: 'lifetime',
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
      zh: '2012年办法的比例、上限和期限未见于公开资料，均由使用者按文件提供',
      en: 'Ratios, caps and period of the 2012 measures are not visible in public sources: the caller supplies them from the document',
    },
  ],
}

export default policy
