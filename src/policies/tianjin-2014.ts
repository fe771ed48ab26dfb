import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.deposit'> = {
  id: 'tianjin-2014',
  title: { zh: '天津市贷款风险补偿（2014年）', en: 'Risk compensation of loans, Tianjin (2014)' },
  issuer: { zh: '天津市', en: 'Tianjin' },
  evidence: 'official',
  status: 'template',
  effective: {},
  facts: {
    'loan.deposit': { kind: 'amount', label: { zh: '该笔贷款占用的风险补偿金存款', en: 'compensation money on deposit for the loan' } },
  },
  parameters: {
    share: { kind: 'rate', label: { zh: '市区两级合计补偿比例', en: 'share of the net loss of principal, city and district together' } },
    depositPerLoan: { kind: 'amount', label: { zh: '单笔贷款的风险补偿金存款上限', en: 'highest deposit for one loan' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        {
          id: 'leverage',
          article: '第四条',
          label: { zh: '银行贷款不低于存款的15倍', en: 'the bank lends at least 15 times the deposit' },
          fact: 'pool.loans',
          atLeast: {
            name: 'requiredLoans',
            label: { zh: '应达到的贷款额', en: 'loans required' },
            share: '15倍',
            of: { fact: 'pool.deposit' },
          },
        },
      ],
      items: {
        where: [
          { id: 'principal', article: '第四条', fact: 'loan.principal', atMost: '1000万元' },
          { id: 'term', article: '第四条', fact: 'loan.termMonths', atMost: '1年' },
          {
            id: 'deposit',
            reading: {
              zh: '单笔贷款的存款上限未见于所据文本：由使用者按文件提供',
              en: 'The highest deposit for one loan is not visible in the text at hand: the caller supplies it',
            },
            fact: 'loan.deposit',
            atMost: { parameter: 'depositPerLoan' },
          },
        ],
      },
      terms: {
        formula: { article: '第四条', value: { borneBy: ['city', 'district'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '本金净损失', en: 'net loss of principal' },
            article: '第四条',
            value: {
              name: 'netLoss',
              label: { zh: '本金净损失', en: 'net loss of principal' },
              excessOf: [{ fact: 'loan.principalLoss' }, { fact: 'loan.recovered' }],
            },
            layers: [
              {
                shares: {
                  city: { share: '1/2', of: { parameter: 'share' } },
                  district: { share: '1/2', of: { parameter: 'share' } },
                  bank: 'remainder',
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
      recipient: { value: 'lender', article: '第四条' },
    },
  ],
  notes: [
    {
      zh: '补偿比例和单笔存款上限未见于所据文本，由使用者按文件提供',
      en: 'The share and the deposit for one loan are not visible in the text at hand: the caller supplies them',
    },
  ],
}

export default policy
