import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.inListedServiceSector'> = {
  id: 'cn-service-sector-2026',
  title: {
    zh: '服务业经营主体贷款贴息政策（2026年优化）',
    en: 'Interest subsidy on loans to service-sector operators, as optimized for 2026',
  },
  issuer: { zh: '财政部', en: 'Ministry of Finance' },
  replaces: ['cn-service-sector-2025'],
  evidence: 'secondary',
  status: 'built-in',
  effective: { from: '2026-01-01', until: '2027-01-01', decidedBy: { zh: '贷款发放日期', en: 'day of drawdown' } },
  facts: {
    'borrower.inListedServiceSector': {
      kind: 'yes-no',
      label: { zh: '是否属于2026年政策所列11类服务业经营主体', en: 'operator in one of the 11 service sectors of the policy of 2026' },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [{ id: 'sector', place: '2026年优化政策', fact: 'borrower.inListedServiceSector', is: true }],
      items: {
        where: [
          { id: 'drawdown', place: '2026年优化政策', fact: 'loan.drawdownDate', from: '2026-01-01', through: '2026-12-31' },
          {
            id: 'central-support',
            reading: {
              zh: '优化政策未见另行规定：沿用财金〔2025〕81号，同一笔贷款不得重复享受中央财政贴息',
              en: 'Not seen to be changed: as in 财金〔2025〕81号, no second central subsidy on the same loan',
            },
            label: { zh: '同一笔贷款未享受其他中央财政贴息', en: 'no other central subsidy on the loan' },
            otherSupport: 'none',
            levels: ['central'],
          },
        ],
      },
      terms: {
        formula: {
          place: '2026年优化政策',
          value: {
            interestAt: {
              name: 'appliedRate',
              label: { zh: '贴息率', en: 'subsidy rate' },
              choose: 'first',
              cases: [
                { when: { otherSupport: 'none', levels: ['provincial', 'city', 'district', 'local'] }, value: '1个百分点' },
                {
                  reading: {
                    zh: '优化政策未见另行规定：沿用财金〔2025〕81号，已享受地方贴息的，不超过实际利率扣除地方贴息后的部分',
                    en: 'Not seen to be changed: as in 财金〔2025〕81号, with a local subsidy at most the actual rate net of it',
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
            place: '2026年优化政策',
            value: { excessOf: ['1000万元', { fact: 'history.principalSupported' }] },
            per: 'applicant',
            order: {
              value: 'drawdown-date',
              reading: {
                zh: '政策未写明多笔贷款占用本金上限的顺序：按放款先后',
                en: 'The policy names no order of loans: by day of drawdown',
              },
            },
          },
        ],
        longest: { place: '2026年优化政策', value: '1年' },
        proration: {
          value: 'month/12',
          reading: {
            zh: '优化政策未见另行规定：沿用2025年政策按月计算的办法',
            en: 'Not seen to be changed: by months, as under the policy of 2025',
          },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: {
        place: '2026年优化政策',
        value: { central: '90%', province: '10%' },
        remainderTo: {
          value: 'central',
          reading: { zh: '政策未写明尾差由谁承担：由中央承担', en: 'The policy does not say who bears the fen left over: the center' },
        },
      },
      payment: {
        value: { form: 'deducted', each: 'month', refundsElapsed: true },
        reading: {
          zh: '优化政策未见另行规定：沿用2025年政策，由银行按月扣减并退还此前各月',
          en: 'Not seen to be changed: deducted each month by the bank, with the elapsed months refunded, as under the policy of 2025',
        },
      },
    },
  ],
  notes: [{ zh: '2025年发放的贷款仍适用2025年政策', en: 'Loans drawn in 2025 keep the policy of 2025' }],
}

export default policy
