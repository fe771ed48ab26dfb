import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.localMicroSmallMedium' | 'loan.collateralSharesStated'> = {
  id: 'wuhan-ip-pledge-2024',
  title: {
    zh: '武汉市知识产权质押贷款风险补偿资金管理办法（试行）',
    en: 'Measures of the risk-compensation fund for IP-pledge loans, Wuhan (trial)',
  },
  issuer: { zh: '武汉市', en: 'Wuhan' },
  issued: '2024-08-07',
  evidence: 'official',
  status: 'template',
  effective: {},
  facts: {
    'borrower.localMicroSmallMedium': {
      kind: 'yes-no',
      label: { zh: '是否为本市中小微企业', en: 'local micro, small or medium enterprise' },
    },
    'loan.collateralSharesStated': {
      kind: 'yes-no',
      label: { zh: '合同是否写明各类押品的担保比例', en: 'the contract states the share of each item of collateral' },
    },
  },
  parameters: {
    share: { kind: 'rate', label: { zh: '补偿比例', en: 'share of the loss that is compensated' } },
    loanCap: { kind: 'amount', label: { zh: '单笔补偿上限', en: 'cap for one loan' } },
    cap: { kind: 'amount', label: { zh: '单户累计补偿上限', en: 'cap for one enterprise, ever' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        { id: 'local-firm', article: '第三条', fact: 'borrower.localMicroSmallMedium', is: true },
        { id: 'partner', article: '第三条', fact: 'bank.partner', is: true },
      ],
      items: {
        where: [
          {
            id: 'ip-share',
            article: '第二条',
            label: { zh: '知识产权担保比例不低于50%', en: 'an IP share of at least 50%' },
            fact: 'loan.qualifyingCollateralShare',
            atLeast: '50%',
          },
          {
            id: 'shares-stated',
            article: '第二条',
            label: { zh: '混合担保的，合同写明各类押品的比例', en: 'with mixed collateral the contract states the shares' },
            any: [
              { fact: 'loan.qualifyingCollateralShare', atLeast: '100%' },
              { fact: 'loan.collateralSharesStated', is: true },
            ],
          },
        ],
      },
      terms: {
        principal: { article: '第二条', value: { share: { fact: 'loan.qualifyingCollateralShare' }, of: { fact: 'loan.principal' } } },
        formula: { article: '第三条', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '按知识产权比例计算的本金损失', en: 'loss of principal at the IP share' },
            reading: {
              zh: '第二条规定贷款金额按知识产权比例计入，第三条补偿本金损失：损失按同一比例计入',
              en: 'Article 2 counts the loan amount at the IP share and article 3 compensates loss of principal: the loss counts at the same share',
            },
            value: {
              name: 'countedLoss',
              label: { zh: '计入损失', en: 'loss that counts' },
              share: { fact: 'loan.qualifyingCollateralShare' },
              of: { fact: 'loan.principalLoss' },
            },
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
      recipient: { value: 'lender', article: '第三条' },
    },
  ],
  notes: [
    {
      zh: '补偿比例和上限未见于所据文本，由使用者按文件提供',
      en: 'Share and caps are not visible in the text at hand: the caller supplies them from the document',
    },
    { zh: '补偿资金专户的利息留在资金池内（第三条）', en: 'Interest earned on the account stays in the pool (article 3)' },
  ],
}

export default policy
