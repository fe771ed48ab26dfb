import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.forListedProject' | 'loan.hasRelendingSupport' | 'loan.withinRelendingQuota'> = {
  id: 'cn-equipment-renewal-2024',
  title: { zh: '设备更新贷款财政贴息政策（2024年）', en: 'Interest subsidy for equipment-renewal loans (2024)' },
  issuer: { zh: '财政部等', en: 'Ministry of Finance and others' },
  evidence: 'official',
  status: 'built-in',
  effective: {
    from: '2024-03-07',
    endsWhen: { zh: '再贷款额度使用完毕', en: 'when the relending quota is used up' },
    decidedBy: { zh: '合同签订日期和资金支付日期', en: 'day of the contract and day of payment' },
  },
  facts: {
    'loan.forListedProject': { kind: 'yes-no', label: { zh: '是否属于清单内项目', en: 'the project is on the list' } },
    'loan.hasRelendingSupport': { kind: 'yes-no', label: { zh: '是否获得再贷款支持', en: 'the loan has relending support' } },
    'loan.withinRelendingQuota': {
      kind: 'yes-no',
      label: { zh: '是否在再贷款额度使用完毕之前', en: 'before the relending quota was used up' },
    },
  },
  parameters: {
    edition: {
      kind: 'class',
      label: { zh: '适用的文本', en: 'the text that applies' },
      oneOf: ['2024-06', '2025-01-06'],
      value: '2025-01-06',
      reading: {
        zh: '以2025年1月6日补充通知修改后的政策为准；填“2024-06”则按原通知',
        en: 'The policy as supplemented on 2025-01-06; "2024-06" is the notice before it',
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
          { id: 'listed', place: '2024年6月通知', fact: 'loan.forListedProject', is: true },
          { id: 'relending', place: '2024年6月通知', fact: 'loan.hasRelendingSupport', is: true },
          {
            id: 'contract',
            place: '2024年6月通知',
            label: {
              zh: '合同在2024年3月7日起签订；或此前签订、此后放款（补充通知）',
              en: 'contract signed from 2024-03-07, or before it and drawn after it (supplement)',
            },
            any: [
              { fact: 'loan.contractDate', from: '2024-03-07' },
              {
                place: '2025-01-06 补充通知',
                evidence: 'secondary',
                all: [
                  { parameter: 'edition', is: '2025-01-06' },
                  { fact: 'loan.drawdownDate', after: '2024-03-07' },
                ],
              },
            ],
          },
          { id: 'payment', place: '2024年6月通知', fact: 'loan.supplierPaymentDate', from: '2024-03-07' },
          {
            id: 'policy-end',
            place: '2024年6月通知',
            label: {
              zh: '合同签订和资金支付不晚于2024年12月31日；或再贷款额度使用完毕之前（补充通知）',
              en: 'contract and payment by 2024-12-31, or before the relending quota was used up (supplement)',
            },
            any: [
              {
                all: [
                  { fact: 'loan.contractDate', through: '2024-12-31' },
                  { fact: 'loan.supplierPaymentDate', through: '2024-12-31' },
                ],
              },
              {
                place: '2025-01-06 补充通知',
                evidence: 'secondary',
                all: [
                  { parameter: 'edition', is: '2025-01-06' },
                  { fact: 'loan.withinRelendingQuota', is: true },
                ],
              },
            ],
          },
        ],
      },
      terms: {
        formula: { place: '2024年6月通知', value: { interestAt: '1个百分点' } },
        periodStart: { place: '2024年6月通知', value: { fact: 'loan.supplierPaymentDate' } },
        longest: { place: '2024年6月通知', value: '2年' },
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '通知未规定计息办法', en: 'The notice does not say how time is counted' },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [{ zh: '贴息资金按季预拨给银行', en: 'The money is advanced to the banks each quarter' }],
}

export default policy
