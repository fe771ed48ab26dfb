import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.registeredBalanceThisYear' | 'loan.registrationCancelled'> = {
  id: 'shandong-result-transfer-2023',
  title: { zh: '山东省科技成果转化贷款风险补偿', en: 'Risk compensation of result-transfer loans, Shandong' },
  number: '鲁科字〔2023〕154号',
  issuer: { zh: '山东省', en: 'Shandong' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'borrower.registeredBalanceThisYear': {
      kind: 'amount',
      label: { zh: '企业本年度备案贷款余额', en: 'balance registered for the enterprise this year' },
    },
    'loan.registrationCancelled': {
      kind: 'yes-no',
      label: {
        zh: '备案是否已取消（当年未取得入库编号或信用评分）',
        en: 'registration cancelled (no SME number or credit score within the year)',
      },
    },
  },
  parameters: {
    bankShare: { kind: 'rate', label: { zh: '银行承担比例（不低于30%）', en: 'share of the bank, at least 30%' } },
    provinceShareOfRest: { kind: 'rate', label: { zh: '其余部分中省级承担的比例', en: 'share of the province in the rest' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        {
          id: 'bank-share',
          place: '鲁科字〔2023〕154号',
          label: { zh: '银行承担不低于30%', en: 'the bank bears at least 30%' },
          value: { label: { zh: '银行承担比例', en: 'share of the bank' }, parameter: 'bankShare' },
          atLeast: '30%',
        },
        { id: 'registered-balance', place: '鲁科字〔2023〕154号', fact: 'borrower.registeredBalanceThisYear', atMost: '1000万元' },
      ],
      items: {
        where: [
          { id: 'term', place: '鲁科字〔2023〕154号', fact: 'loan.termMonths', atMost: '3年' },
          {
            id: 'rate',
            place: '鲁科字〔2023〕154号',
            label: { zh: '贷款利率不超过基准利率的1.5倍', en: 'the rate is at most 1.5 times the benchmark' },
            fact: 'loan.annualRate',
            atMost: { share: '1.5倍', of: { referenceRate: 'benchmark', on: { fact: 'loan.drawdownDate' } } },
          },
          { id: 'registration', place: '鲁科字〔2023〕154号', fact: 'loan.registrationCancelled', is: false },
        ],
      },
      terms: {
        formula: { place: '鲁科字〔2023〕154号', value: { borneBy: ['province', 'city'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '备案额度内的不良贷款本金', en: 'principal of the non-performing loan up to the registered amount' },
            place: '鲁科字〔2023〕154号',
            value: {
              name: 'countedLoss',
              label: { zh: '计入损失', en: 'loss that counts' },
              lowerOf: [{ fact: 'loan.nplPrincipal' }, { fact: 'loan.registeredAmount' }],
            },
            layers: [
              {
                shares: {
                  bank: { parameter: 'bankShare' },
                  province: { share: { parameter: 'provinceShareOfRest' }, of: { excessOf: ['100%', { parameter: 'bankShare' }] } },
                  city: 'remainder',
                },
              },
            ],
            remainderTo: {
              value: 'city',
              reading: { zh: '文件未规定尾差：由市级承担', en: 'The document does not say who bears the odd fen: the city' },
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
      recipient: { value: 'lender', place: '鲁科字〔2023〕154号' },
    },
  ],
  notes: [
    {
      zh: '省市之间的比例未见于所据文本，由使用者按文件提供',
      en: 'The split between province and city is not visible in the text at hand: the caller supplies it',
    },
  ],
}

export default policy
