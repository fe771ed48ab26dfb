import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.class' | 'loan.rateMarkUp' | 'loan.guaranteeFeeRate'> = {
  id: 'chongqing-micro-small-2025',
  title: { zh: '重庆市小微企业贷款风险补偿（2025年）', en: 'Risk compensation of loans to micro and small enterprises, Chongqing (2025)' },
  issuer: { zh: '重庆市', en: 'Chongqing' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'borrower.class': {
      kind: 'class',
      label: { zh: '企业类别', en: 'class of enterprise' },
      oneOf: {
        small: { zh: '小型企业', en: 'small enterprise' },
        micro: { zh: '微型企业', en: 'micro enterprise' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'loan.rateMarkUp': { kind: 'rate', label: { zh: '贷款利率上浮幅度', en: 'mark-up of the rate' } },
    'loan.guaranteeFeeRate': { kind: 'rate', label: { zh: '年担保费率', en: 'guarantee fee a year' } },
  },
  parameters: {
    figures: {
      kind: 'class',
      label: { zh: '各项数值是否已与文件核对', en: 'whether the figures have been compared with the document' },
      oneOf: ['confirmed', 'not-confirmed'],
    },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        {
          id: 'figures-confirmed',
          reading: {
            zh: '来源权威性低：核对全部数值后方可使用',
            en: 'The source has little authority: to be used only once every figure is confirmed',
          },
          parameter: 'figures',
          is: 'confirmed',
        },
        { id: 'class', place: '2025年小微企业贷款风险补偿', fact: 'borrower.class', noneOf: ['other'] },
      ],
      items: {
        where: [
          {
            id: 'principal',
            place: '2025年小微企业贷款风险补偿',
            label: {
              zh: '小型企业不超过1000万元，微型企业不超过50万元',
              en: 'at most 10 million yuan for a small, 500,000 for a micro enterprise',
            },
            fact: 'loan.principal',
            atMost: { choose: 'first', cases: [{ when: { fact: 'borrower.class', is: 'micro' }, value: '50万元' }], otherwise: '1000万元' },
          },
          { id: 'mark-up', place: '2025年小微企业贷款风险补偿', fact: 'loan.rateMarkUp', atMost: '30%' },
          { id: 'fee', place: '2025年小微企业贷款风险补偿', fact: 'loan.guaranteeFeeRate', atMost: '2%' },
          {
            id: 'recovery-period',
            place: '2025年小微企业贷款风险补偿',
            label: { zh: '180天追偿期已满', en: 'the recovery period of 180 days is over' },
            fact: 'loan.daysOverdue',
            atLeast: '180天',
          },
        ],
      },
      terms: {
        formula: { place: '2025年小微企业贷款风险补偿', value: { borneBy: ['city', 'district'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '本金损失', en: 'loss of principal' },
            place: '2025年小微企业贷款风险补偿',
            value: { fact: 'loan.principalLoss' },
            layers: [{ shares: { city: '15%', district: '15%', bank: '20%', guarantor: '50%' } }],
            remainderTo: {
              value: 'guarantor',
              reading: {
                zh: '文件未规定尾差：由担保机构承担，市、区两级均舍去不足一分的部分',
                en: 'The document does not say who bears the odd fen: the guarantor; city and district each drop what is below a fen',
              },
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
          id: 'lifetime',
          place: '2025年小微企业贷款风险补偿',
          label: {
            zh: '单户累计补偿：小型企业300万元，微型企业15万元',
            en: 'for one enterprise: 3 million yuan for a small, 150,000 for a micro enterprise',
          },
          cap: { choose: 'first', cases: [{ when: { fact: 'borrower.class', is: 'micro' }, value: '15万元' }], otherwise: '300万元' },
          per: 'applicant',
          period: 'lifetime',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: {
        value: 'lender',
        reading: { zh: '来源未写明收款方：付给贷款银行', en: 'The source does not say who is paid: the lender' },
      },
    },
  ],
  notes: [{ zh: '超过累计上限的部分由谁承担，文件未写明', en: 'Who bears what is above the cap is not stated' }],
}

export default policy
