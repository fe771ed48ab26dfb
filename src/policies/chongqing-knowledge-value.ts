import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'chongqing-knowledge-value',
  title: { zh: '重庆市知识价值信用贷款风险补偿', en: 'Risk compensation of knowledge-value credit loans, Chongqing' },
  issuer: { zh: '重庆市', en: 'Chongqing' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  parameters: {
    fuseLevel: { kind: 'rate', label: { zh: '熔断的不良率', en: 'NPL rate of the fuse' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      terms: {
        formula: { place: '重庆市知识价值信用贷款', value: { borneBy: ['pool'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '逾期本金', en: 'overdue principal' },
            place: '重庆市知识价值信用贷款',
            value: { fact: 'loan.overduePrincipal' },
            layers: [{ shares: { pool: '80%', bank: '20%' } }],
            remainderTo: {
              value: 'bank',
              reading: { zh: '文件未规定尾差：由银行承担', en: 'The document does not say who bears the odd fen: the bank' },
            },
          },
          {
            id: 'interest',
            label: { zh: '利息损失', en: 'loss of interest' },
            place: '重庆市知识价值信用贷款',
            value: { fact: 'loan.interestLoss' },
            layers: [{ shares: { bank: '100%' } }],
          },
        ],
        fuses: [
          {
            id: 'npl-rate',
            label: { zh: '不良贷款率', en: 'rate of non-performing loans' },
            reading: {
              zh: '只知有熔断，指标和后果未见：以不良贷款率为指标，达到即暂停补偿',
              en: 'Only that there is a fuse is known, not its metric and effect: the NPL rate, and compensation stops at the level',
            },
            metric: { fact: 'bank.nplRate' },
            levels: [{ atLeast: { parameter: 'fuseLevel' }, effect: 'compensation-suspended' }],
            trippingClaim: {
              value: 'held',
              reading: {
                zh: '文件未规定触发的当笔是否补偿：不良贷款率含当笔',
                en: 'The document does not say whether the claim that trips the fuse is paid: the rate counts that claim',
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
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: {
        value: { city: '40%', district: '60%' },
        remainderTo: 'district',
        reading: {
          zh: '资金池由市、区按4:6出资，损失由属地资金池承担：按出资比例',
          en: 'City and district fund the pool 4 to 6 and losses fall to the pot of the district: in proportion to the funding',
        },
      },
      recipient: { value: 'lender', place: '重庆市知识价值信用贷款' },
    },
  ],
  notes: [{ zh: '首期资金不少于基金的10%', en: 'The first instalment is at least 10% of the fund' }],
}

export default policy
