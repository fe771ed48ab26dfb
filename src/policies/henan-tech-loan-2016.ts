import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.physicalCollateralShare' | 'bank.annualLossRate'> = {
  id: 'henan-tech-loan-2016',
  title: { zh: '河南省“科技贷”业务风险补偿（2016年）', en: 'Risk compensation of technology loans, Henan (2016)' },
  issuer: { zh: '河南省', en: 'Henan' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'loan.physicalCollateralShare': {
      kind: 'share',
      label: { zh: '实物资产抵押占贷款的比例', en: 'share of physical collateral in the loan' },
    },
    'bank.annualLossRate': { kind: 'share', label: { zh: '合作银行年度损失率', en: 'loss rate of the bank in the year' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      items: {
        where: [
          { id: 'physical-collateral', place: '河南省“科技贷”（2016年）', fact: 'loan.physicalCollateralShare', atMost: '30%' },
          {
            id: 'rate',
            place: '河南省“科技贷”（2016年）',
            label: { zh: '贷款利率不超过同期基准利率的1.3倍', en: 'the rate is at most 1.3 times the benchmark' },
            fact: 'loan.annualRate',
            atMost: { share: '1.3倍', of: { referenceRate: 'benchmark', on: { fact: 'loan.drawdownDate' } } },
          },
        ],
      },
      terms: {
        formula: { place: '河南省“科技贷”（2016年）', value: { share: '60%', of: { fact: 'loan.actualLoss' } } },
        fuses: [
          {
            id: 'annual-loss',
            label: { zh: '合作银行年度损失率', en: 'loss rate of the bank in the year' },
            place: '河南省“科技贷”（2016年）',
            metric: { fact: 'bank.annualLossRate' },
            levels: [
              {
                above: '5%',
                effect: 'compensation-suspended',
                reading: {
                  zh: '文件写“暂停或取消”合作，由主管部门决定：两种情形均暂停补偿',
                  en: 'The document says suspended or removed, and the authority decides which: compensation stops in either case',
                },
              },
            ],
            trippingClaim: {
              value: 'held',
              reading: {
                zh: '文件未规定触发的当笔是否补偿：年度损失率含当笔',
                en: 'The document does not say whether the claim that trips the fuse is paid: the rate of the year counts that claim',
              },
            },
          },
        ],
      },
      limits: [{ id: 'per-loan', place: '河南省“科技贷”（2016年）', cap: '500万元', per: 'loan' }],
      meaning: { value: 'at-most', place: '河南省“科技贷”（2016年）' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: { value: 'lender', place: '河南省“科技贷”（2016年）' },
    },
  ],
  notes: [
    {
      zh: '年度损失率超过5%的银行暂停或取消合作资格，由主管部门决定',
      en: 'A bank above 5% is suspended or removed: the authority decides which',
    },
  ],
}

export default policy
