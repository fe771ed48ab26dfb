import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.micro' | 'borrower.earlierBankLoan' | 'loan.unsecured'> = {
  id: 'tianjin-first-loan-2026',
  title: { zh: '天津市首贷风险补偿', en: 'Risk compensation of first loans, Tianjin' },
  issuer: { zh: '天津市', en: 'Tianjin' },
  url: 'https://jrgz.tj.gov.cn/zwgk/zcjd/202512/t20251231_7212687.html',
  evidence: 'official',
  status: 'template',
  effective: { from: '2026-01-01' },
  facts: {
    'borrower.micro': { kind: 'yes-no', label: { zh: '是否为小微企业', en: 'micro or small enterprise' } },
    'borrower.earlierBankLoan': {
      kind: 'yes-no',
      label: { zh: '人民银行征信记录中此前是否有银行贷款', en: 'an earlier bank loan in the record of the central bank' },
    },
    'loan.unsecured': { kind: 'yes-no', label: { zh: '是否为信用贷款', en: 'unsecured loan' } },
  },
  parameters: {
    share: { kind: 'rate', label: { zh: '补偿比例', en: 'share of the principal of the non-performing loan' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        { id: 'micro', place: '2025-12-31 解读', fact: 'borrower.micro', is: true },
        {
          id: 'first-loan',
          place: '2025-12-31 解读',
          label: { zh: '征信记录中此前无任何银行贷款', en: 'no earlier loan of any bank' },
          fact: 'borrower.earlierBankLoan',
          is: false,
        },
      ],
      items: {
        where: [
          { id: 'unsecured', place: '2025-12-31 解读', fact: 'loan.unsecured', is: true },
          {
            id: 'from',
            reading: { zh: '2026年1月1日起施行：按放款日判断', en: 'In force from 1 January 2026: the day of drawdown decides' },
            fact: 'loan.drawdownDate',
            from: '2026-01-01',
          },
        ],
      },
      terms: {
        formula: { place: '2025-12-31 解读', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '不良贷款本金', en: 'principal of the non-performing loan' },
            place: '2025-12-31 解读',
            value: { fact: 'loan.nplPrincipal' },
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
      recipient: { value: 'lender', place: '2025-12-31 解读' },
    },
  ],
  notes: [{ zh: '补偿比例未见于所据文本，由使用者按文件提供', en: 'The ratio is not visible in the text at hand: the caller supplies it' }],
}

export default policy
