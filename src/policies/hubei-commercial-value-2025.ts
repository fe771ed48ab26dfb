import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.commercialValue' | 'loan.compensableLoss'> = {
  id: 'hubei-commercial-value-2025',
  title: {
    zh: '湖北省中小企业商业价值信用贷款实施办法（试行）',
    en: 'Measures of commercial-value credit loans to small and medium enterprises, Hubei (trial)',
  },
  number: '鄂经信企业〔2025〕46号',
  issued: '2025-04-10',
  url: 'http://jxt.hubei.gov.cn/fbjd/zc/gfxwj/202504/t20250425_5629503.shtml',
  evidence: 'official',
  status: 'template',
  effective: {},
  facts: {
    'loan.commercialValue': { kind: 'yes-no', label: { zh: '是否为商业价值信用贷款', en: 'commercial-value credit loan' } },
    'loan.compensableLoss': { kind: 'amount', label: { zh: '按办法口径计算的损失', en: 'loss by the measures' } },
  },
  parameters: {
    share: { kind: 'rate', label: { zh: '补偿比例', en: 'share of the loss that is compensated' } },
    loanCap: { kind: 'amount', label: { zh: '单笔补偿上限', en: 'cap for one loan' } },
    cap: { kind: 'amount', label: { zh: '单户累计补偿上限', en: 'cap for one enterprise, ever' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      items: { where: [{ id: 'commercial-value', place: '鄂经信企业〔2025〕46号', fact: 'loan.commercialValue', is: true }] },
      terms: {
        formula: { place: '鄂经信企业〔2025〕46号', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'loss',
            label: { zh: '损失', en: 'loss' },
            place: '鄂经信企业〔2025〕46号',
            value: { fact: 'loan.compensableLoss' },
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
        { id: 'per-loan', place: '鄂经信企业〔2025〕46号', cap: { parameter: 'loanCap' }, per: 'loan' },
        { id: 'lifetime', place: '鄂经信企业〔2025〕46号', cap: { parameter: 'cap' }, per: 'applicant', period: 'lifetime' },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: { value: 'lender', place: '鄂经信企业〔2025〕46号' },
    },
  ],
  notes: [
    {
      zh: '补偿比例和上限未见于所据文本（第一至四条），由使用者按文件提供',
      en: 'Share and caps are not visible in the text at hand (articles 1 to 4): the caller supplies them from the document',
    },
  ],
}

export default policy
