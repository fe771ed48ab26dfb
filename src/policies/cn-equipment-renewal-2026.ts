import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.kind'> = {
  id: 'cn-equipment-renewal-2026',
  title: {
    zh: '关于优化实施设备更新贷款财政贴息政策的通知',
    en: 'Notice on the optimized interest subsidy for equipment-renewal loans',
  },
  number: '财金〔2026〕2号',
  issuer: { zh: '财政部', en: 'Ministry of Finance' },
  issued: '2026-01-19',
  replaces: ['cn-equipment-renewal-2024'],
  evidence: 'official',
  status: 'built-in',
  effective: { from: '2026-01-01', until: '2027-01-01', decidedBy: { zh: '贷款发放日期', en: 'day of drawdown' } },
  facts: {
    'loan.kind': {
      kind: 'class',
      label: { zh: '贷款种类', en: 'kind of loan' },
      oneOf: {
        'equipment-renewal': { zh: '设备更新项目固定资产贷款', en: 'fixed-asset loan of an equipment-renewal project' },
        'tech-relending': {
          zh: '科技创新和技术改造再贷款支持的科技贷款',
          en: 'tech loan under the relending facility for innovation and technical upgrade',
        },
        other: { zh: '其他', en: 'other' },
      },
    },
  },
  parameters: {
    equipmentLoansFrom: {
      kind: 'date',
      label: { zh: '设备更新贷款的放款起始日', en: 'first day of drawdown of equipment loans' },
      value: '2026-01-01',
      reading: {
        zh: '设备更新贷款的起始日期未见于所据文本：2026年1月1日前发放的适用2024年政策',
        en: 'The text at hand names no first day for equipment loans: those drawn before 2026-01-01 fall under the policy of 2024',
      },
    },
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'how time is counted' },
      oneOf: ['month/12', 'actual/365', 'actual/360', 'whole-year'],
      value: 'month/12',
      reading: {
        zh: '通知未规定计息办法：按整月除以12，零头天数除以360',
        en: 'The notice does not say how time is counted: whole months over 12, odd days over 360',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      items: {
        where: [
          { id: 'kind', place: '财金〔2026〕2号', fact: 'loan.kind', oneOf: ['equipment-renewal', 'tech-relending'] },
          {
            id: 'tech-loan-issued',
            place: '财金〔2026〕2号',
            label: { zh: '科技贷款为2026年起新发放', en: 'a tech loan is newly issued from 2026' },
            any: [
              { fact: 'loan.kind', noneOf: ['tech-relending'] },
              { fact: 'loan.drawdownDate', from: '2026-01-01' },
            ],
          },
          {
            id: 'equipment-loan-issued',
            reading: {
              zh: '设备更新贷款的起始日期未见于所据文本',
              en: 'The text at hand names no first day for equipment loans',
            },
            label: { zh: '设备更新贷款在本版政策起始日后发放', en: 'an equipment loan is drawn from the first day of this edition' },
            any: [
              { fact: 'loan.kind', noneOf: ['equipment-renewal'] },
              { fact: 'loan.drawdownDate', from: { parameter: 'equipmentLoansFrom' } },
            ],
          },
          { id: 'policy-end', place: '财金〔2026〕2号', fact: 'loan.drawdownDate', through: '2026-12-31' },
        ],
      },
      terms: {
        formula: { place: '财金〔2026〕2号', value: { interestAt: '1.5个百分点' } },
        periodStart: { place: '财金〔2026〕2号', value: { fact: 'loan.drawdownDate' } },
        longest: { place: '财金〔2026〕2号', value: '2年' },
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '通知未规定计息办法', en: 'The notice does not say how time is counted' },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: { place: '财金〔2026〕2号', value: { central: '100%' } },
      payment: { place: '财金〔2026〕2号', value: { form: 'deducted' } },
    },
  ],
}

export default policy
