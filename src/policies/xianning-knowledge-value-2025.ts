import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.knowledgeValue' | 'loan.compensableLoss'> = {
  id: 'xianning-knowledge-value-2025',
  title: {
    zh: '咸宁市科技型企业知识价值信用贷款实施细则（试行）',
    en: 'Rules of knowledge-value credit loans to technology enterprises, Xianning (trial)',
  },
  number: '咸科技发〔2025〕5号',
  issuer: { zh: '咸宁市', en: 'Xianning' },
  issued: '2025-06-09',
  evidence: 'official',
  status: 'template',
  effective: {},
  facts: {
    'loan.knowledgeValue': { kind: 'yes-no', label: { zh: '是否为知识价值信用贷款', en: 'knowledge-value credit loan' } },
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
      items: { where: [{ id: 'knowledge-value', place: '咸科技发〔2025〕5号', fact: 'loan.knowledgeValue', is: true }] },
      terms: {
        formula: { place: '咸科技发〔2025〕5号', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'loss',
            label: { zh: '损失', en: 'loss' },
            place: '咸科技发〔2025〕5号',
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
        { id: 'per-loan', place: '咸科技发〔2025〕5号', cap: { parameter: 'loanCap' }, per: 'loan' },
        { id: 'lifetime', place: '咸科技发〔2025〕5号', cap: { parameter: 'cap' }, per: 'applicant', period: 'lifetime' },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: { value: 'lender', place: '咸科技发〔2025〕5号' },
    },
  ],
  notes: [
    {
      zh: '补偿比例和上限未见于所据文本（第一至三条），由使用者按文件提供',
      en: 'Share and caps are not visible in the text at hand (articles 1 to 3): the caller supplies them from the document',
    },
  ],
}

export default policy
