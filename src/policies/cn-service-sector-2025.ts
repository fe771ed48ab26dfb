import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.inListedServiceSector'> = {
  id: 'cn-service-sector-2025',
  title: { zh: '服务业经营主体贷款贴息政策实施方案', en: 'Plan for the interest subsidy on loans to service-sector operators' },
  number: '财金〔2025〕81号',
  issuer: { zh: '财政部', en: 'Ministry of Finance' },
  issued: '2025-08-06',
  evidence: 'official',
  status: 'built-in',
  effective: { from: '2025-03-16', until: '2026-01-01', decidedBy: { zh: '贷款发放日期', en: 'day of drawdown' } },
  facts: {
    'borrower.inListedServiceSector': {
      kind: 'yes-no',
      label: { zh: '是否属于方案所列8类消费领域服务业经营主体', en: 'operator in one of the 8 consumer service sectors of the plan' },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'sector', place: '财金〔2025〕81号', fact: 'borrower.inListedServiceSector', is: true }],
      items: {
        where: [
          { id: 'contract', place: '财金〔2025〕81号', fact: 'loan.contractDate', from: '2025-03-16', through: '2025-12-31' },
          { id: 'drawdown', place: '财金〔2025〕81号', fact: 'loan.drawdownDate', from: '2025-03-16', through: '2025-12-31' },
          {
            id: 'central-support',
            place: '财金〔2025〕81号',
            label: { zh: '同一笔贷款未享受其他中央财政贴息', en: 'no other central subsidy on the loan' },
            otherSupport: 'none',
            levels: ['central'],
          },
        ],
      },
      terms: {
        formula: {
          place: '财金〔2025〕81号',
          value: {
            interestAt: {
              name: 'appliedRate',
              label: { zh: '贴息率', en: 'subsidy rate' },
              choose: 'first',
              cases: [
                { when: { otherSupport: 'none', levels: ['provincial', 'city', 'district', 'local'] }, value: '1个百分点' },
                {
                  label: {
                    zh: '已享受地方贴息：不超过实际利率扣除地方贴息后的部分',
                    en: 'with a local subsidy: at most the actual rate net of it',
                  },
                  value: {
                    lowerOf: [
                      '1个百分点',
                      {
                        name: 'netAnnualRate',
                        label: { zh: '扣除地方贴息后的实际利率', en: 'actual rate net of the local subsidy' },
                        excessOf: [
                          { fact: 'loan.annualRate' },
                          { otherSupport: 'annual-rate', levels: ['provincial', 'city', 'district', 'local'] },
                        ],
                      },
                    ],
                  },
                },
              ],
            },
          },
        },
        principalLimits: [
          {
            place: '财金〔2025〕81号',
            value: { excessOf: ['100万元', { fact: 'history.principalSupported' }] },
            per: 'applicant',
            order: {
              value: 'drawdown-date',
              reading: {
                zh: '方案未写明多笔贷款占用本金上限的顺序：按放款先后',
                en: 'The plan names no order of loans: by day of drawdown',
              },
            },
          },
        ],
        longest: { place: '财金〔2025〕81号', value: '1年' },
        proration: { value: 'month/12', place: '财政部有关负责人举例', evidence: 'secondary' },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: {
        place: '财金〔2025〕81号',
        value: { central: '90%', province: '10%' },
        remainderTo: {
          value: 'central',
          reading: { zh: '方案未写明尾差由谁承担：由中央承担', en: 'The plan does not say who bears the fen left over: the center' },
        },
      },
      payment: {
        value: { form: 'deducted', each: 'month', refundsElapsed: true },
        place: '财政部有关负责人举例',
        evidence: 'secondary',
      },
    },
  ],
  notes: [
    {
      zh: '2026年发放的贷款适用2026年优化后的政策',
      en: 'Loans drawn in 2026 fall under the policy as optimized for 2026',
    },
  ],
}

export default policy
