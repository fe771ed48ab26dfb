import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'guangzhou-nansha',
  title: { zh: '广州市南沙区信贷风险补偿', en: 'Credit-risk compensation, Nansha, Guangzhou' },
  issuer: { zh: '广州市南沙区', en: 'Nansha, Guangzhou' },
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
        formula: { article: '第二条', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '本金损失', en: 'loss of principal' },
            article: '第二条',
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
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      budget: { value: 'total-control', article: '第二条' },
      recipient: { value: 'lender', article: '第二条' },
    },
  ],
  notes: [
    {
      zh: '年度预算不超过6000万元；比例未见于所据文本，由使用者按文件提供',
      en: 'An annual budget of at most 60 million yuan; the ratios are not visible in the text at hand: the caller supplies the share',
    },
  ],
}

export default policy
