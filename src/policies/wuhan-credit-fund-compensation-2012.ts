import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'wuhan-credit-fund-compensation-2012',
  title: { zh: '武汉市信贷资金补偿办法（2012年）', en: 'Wuhan measures of compensation of credit funds (2012)' },
  issuer: { zh: '武汉市', en: 'Wuhan' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  parameters: {
    share: { kind: 'rate', label: { zh: '补偿比例', en: 'share of the loss that is compensated' } },
    lossBase: {
      kind: 'class',
      label: { zh: '损失口径', en: 'loss base' },
      oneOf: ['principal', 'principal-and-interest', 'net-of-recoveries'],
    },
    trigger: { kind: 'class', label: { zh: '补偿触发条件', en: 'trigger' }, oneOf: ['npl', 'overdue', 'lawsuit', 'judgment', 'write-off'] },
    overdueFor: { kind: 'months', label: { zh: '逾期月数', en: 'months overdue' }, neededWhen: { parameter: 'trigger', is: 'overdue' } },
    loanCap: { kind: 'amount', label: { zh: '单笔补偿上限', en: 'cap for one loan' } },
    cap: { kind: 'amount', label: { zh: '企业补偿上限', en: 'cap for one enterprise' } },
    capPeriod: {
      kind: 'class',
      label: { zh: '企业补偿上限的期间：本次、每年或累计', en: 'period of the cap of the enterprise: this application, a year or ever' },
      oneOf: ['application', 'year', 'lifetime'],
    },
    poolShares: { kind: 'shares', label: { zh: '资金池各方出资比例', en: 'shares of the contributors of the pool' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      items: {
        where: [
          {
            id: 'trigger',
            place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
            label: { zh: '已触发补偿条件', en: 'the trigger has been pulled' },
            any: [
              {
                all: [
                  { parameter: 'trigger', is: 'npl' },
                  { fact: 'loan.classification', oneOf: ['substandard', 'doubtful', 'loss'] },
                ],
              },
              {
                all: [
                  { parameter: 'trigger', is: 'overdue' },
                  { fact: 'loan.defaultDate', through: { date: { fact: 'application.date' }, minus: { parameter: 'overdueFor' } } },
                ],
              },
              {
                all: [
                  { parameter: 'trigger', is: 'lawsuit' },
                  { fact: 'loan.lawsuitAccepted', is: true },
                ],
              },
              {
                all: [
                  { parameter: 'trigger', is: 'judgment' },
                  { fact: 'loan.finalJudgment', is: true },
                ],
              },
              {
                all: [
                  { parameter: 'trigger', is: 'write-off' },
                  { fact: 'loan.writtenOff', is: true },
                ],
              },
            ],
          },
        ],
      },
      terms: {
        formula: {
          place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
          value: { borneBy: ['pool'] },
        },
        losses: [
          {
            id: 'loss',
            label: { zh: '损失', en: 'loss' },
            place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
            value: {
              name: 'lossBase',
              label: { zh: '计入损失', en: 'loss that counts' },
              choose: 'first',
              cases: [
                { when: { parameter: 'lossBase', is: 'principal' }, value: { fact: 'loan.principalLoss' } },
                {
                  when: { parameter: 'lossBase', is: 'principal-and-interest' },
                  value: { sumOf: [{ fact: 'loan.principalLoss' }, { fact: 'loan.interestLoss' }] },
                },
              ],
              otherwise: { excessOf: [{ fact: 'loan.principalLoss' }, { fact: 'loan.recovered' }, { fact: 'loan.otherCover' }] },
            },
            layers: [{ shares: { pool: { parameter: 'share' }, lender: 'remainder' } }],
            remainderTo: {
              value: 'lender',
              reading: { zh: '文件未规定尾差：由贷款银行承担', en: 'The document does not say who bears the odd fen: the lender' },
            },
          },
        ],
        recovery: {
          value: { gross: { fact: 'recovery.gross' }, cost: { fact: 'recovery.cost' } },
          reading: {
            zh: '追偿返还的条款未见：先扣费用，再按承担比例返还',
            en: 'No clause on recovery is visible: costs first, then back in the proportion borne',
          },
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
      payers: {
        place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
        value: { parameter: 'poolShares' },
      },
      recipient: {
        value: 'lender',
        place: { zh: '武汉市2012年科技工作计划第七部分', en: 'Wuhan science-and-technology work plan of 2012, section 7' },
      },
    },
  ],
  notes: [
    {
      zh: '2012年办法的补偿比例、损失口径、上限、触发条件和资金池均未见于公开资料，由使用者按文件提供',
      en: 'Share, loss base, caps, trigger and pool of the 2012 measures are not visible in public sources: the caller supplies them from the document',
    },
  ],
}

export default policy
