import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.kind' | 'loan.realEstateOrNearCashCollateral' | 'loan.thirdPartyGuarantee' | 'loan.compensableLoss'> = {
  id: 'hubei-credit-loan-compensation-2025',
  title: { zh: '湖北省信用贷款风险补偿实施办法（试行）', en: 'Measures of risk compensation of credit loans, Hubei (trial)' },
  number: '鄂财金发〔2025〕12号',
  issuer: { zh: '湖北省财政厅等', en: 'Finance department of Hubei and others' },
  issued: '2025-04-17',
  url: 'http://jrb.hubei.gov.cn/jrrz/zcfg/sj/202601/t20260127_5864829.shtml',
  evidence: 'official',
  status: 'template',
  effective: {},
  facts: {
    'loan.kind': {
      kind: 'class',
      label: { zh: '信用贷款种类', en: 'kind of credit loan' },
      oneOf: {
        'knowledge-value': { zh: '知识价值信用贷款', en: 'knowledge-value credit loan' },
        'other-listed': { zh: '办法所列的另两类信用贷款', en: 'one of the other two kinds of the measures' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'loan.realEstateOrNearCashCollateral': {
      kind: 'yes-no',
      label: { zh: '是否有房地产抵押或类现金质押', en: 'real-estate or near-cash collateral' },
    },
    'loan.thirdPartyGuarantee': { kind: 'yes-no', label: { zh: '是否有第三方担保', en: 'guaranteed by a third party' } },
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
      items: {
        where: [
          { id: 'kind', article: '第三条', fact: 'loan.kind', noneOf: ['other'] },
          { id: 'term', article: '第三条', fact: 'loan.termMonths', atMost: '3年' },
          { id: 'collateral', article: '第三条', fact: 'loan.realEstateOrNearCashCollateral', is: false },
          { id: 'guarantee', article: '第三条', fact: 'loan.thirdPartyGuarantee', is: false },
        ],
      },
      terms: {
        formula: { place: '鄂财金发〔2025〕12号', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'loss',
            label: { zh: '损失', en: 'loss' },
            place: '鄂财金发〔2025〕12号',
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
        {
          id: 'per-loan',
          reading: {
            zh: '补偿上限未见于所据文本：由使用者按文件提供',
            en: 'No cap is visible in the text at hand: the caller supplies it from the document',
          },
          cap: { parameter: 'loanCap' },
          per: 'loan',
        },
        {
          id: 'lifetime',
          reading: {
            zh: '补偿上限未见于所据文本：由使用者按文件提供',
            en: 'No cap is visible in the text at hand: the caller supplies it from the document',
          },
          cap: { parameter: 'cap' },
          per: 'applicant',
          period: 'lifetime',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: { value: 'lender', reading: { zh: '文件未写明收款方：付给贷款银行', en: 'Who is paid is not stated: the lender' } },
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
