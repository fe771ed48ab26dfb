import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'guangzhou-pool-2021',
  title: { zh: '广州市风险补偿资金池（2021年）', en: 'Risk-compensation pool, Guangzhou (2021)' },
  number: '穗科规字〔2021〕2号',
  issuer: { zh: '广州市', en: 'Guangzhou' },
  evidence: 'official',
  status: 'template',
  effective: {},
  parameters: {
    share: { kind: 'rate', label: { zh: '补偿比例', en: 'share of the loss of principal' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      terms: {
        formula: { place: '穗科规字〔2021〕2号', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '本金损失', en: 'loss of principal' },
            place: '穗科规字〔2021〕2号',
            value: { fact: 'loan.principalLoss' },
            layers: [{ shares: { pool: { parameter: 'share' }, bank: 'remainder' } }],
            remainderTo: {
              value: 'bank',
              reading: { zh: '文件未规定尾差：由银行承担', en: 'The document does not say who bears the odd fen: the bank' },
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
          id: 'half-of-npl',
          place: '穗科规字〔2021〕2号',
          label: {
            zh: '单户累计补偿不超过不良贷款余额的50%',
            en: 'for one enterprise never above 50% of the balance of its non-performing loans',
          },
          cap: { share: '50%', of: { total: { fact: 'loan.nplBalance' } } },
          per: 'applicant',
          period: 'lifetime',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      budget: { value: 'total-control', place: '穗科规字〔2021〕2号' },
      recipient: { value: 'lender', place: '穗科规字〔2021〕2号' },
    },
  ],
  notes: [
    {
      zh: '年度预算不超过2亿元；各档比例未见于所据文本，由使用者按文件提供',
      en: 'An annual budget of at most 200 million yuan; the tiers are not visible in the text at hand: the caller supplies the share',
    },
  ],
}

export default policy
