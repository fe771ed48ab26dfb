import type { Policy } from '../policy/policy.js'

const policy: Policy<'portfolio.zone' | 'portfolio.firstLoanDate' | 'portfolio.lastLoanDate' | 'bank.diligentRecovery'> = {
  id: 'shanghai-pilot-zones-2011',
  title: {
    zh: '上海市科技型中小企业贷款风险补偿试点（2011年）',
    en: 'Pilot of risk compensation for loans to technology SMEs, Shanghai (2011)',
  },
  issuer: { zh: '上海市', en: 'Shanghai' },
  evidence: 'official',
  status: 'built-in',
  effective: { endsWhen: { zh: '有效期2年（第二十条）', en: 'Valid for two years (article 20)' } },
  facts: {
    'portfolio.zone': {
      kind: 'class',
      label: { zh: '试点园区', en: 'pilot zone' },
      oneOf: {
        zhangjiang: { zh: '张江', en: 'Zhangjiang' },
        zizhu: { zh: '紫竹', en: 'Zizhu' },
        yangpu: { zh: '杨浦', en: 'Yangpu' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'portfolio.firstLoanDate': { kind: 'date', label: { zh: '组合内最早的放款日期', en: 'earliest day of drawdown in the portfolio' } },
    'portfolio.lastLoanDate': { kind: 'date', label: { zh: '组合内最晚的放款日期', en: 'latest day of drawdown in the portfolio' } },
    'bank.diligentRecovery': { kind: 'yes-no', label: { zh: '是否已尽职追偿', en: 'diligent recovery' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        { id: 'zone', place: '上海市试点（2011年）', fact: 'portfolio.zone', noneOf: ['other'] },
        {
          id: 'first-loan',
          reading: { zh: '“2011年起3年内”：自2011年1月1日起', en: 'Three years from 2011: from 1 January 2011' },
          fact: 'portfolio.firstLoanDate',
          from: '2011-01-01',
        },
        {
          id: 'last-loan',
          reading: { zh: '“2011年起3年内”：至2013年12月31日', en: 'Three years from 2011: through 31 December 2013' },
          label: { zh: '2011年起3年内发放的贷款', en: 'loans made in three years from 2011' },
          fact: 'portfolio.lastLoanDate',
          until: '2014-01-01',
        },
        { id: 'diligent-recovery', article: '第七条', fact: 'bank.diligentRecovery', is: true },
      ],
      items: { of: 'none' },
      terms: {
        formula: {
          article: '第七条',
          value: {
            share: '50%',
            of: {
              name: 'lossInBand',
              label: { zh: '不良率3%至5%之间的损失', en: 'loss in the band from 3% to 5%' },
              share: { fact: 'bank.lossOnDisposalRate' },
              of: {
                name: 'nplInBand',
                label: { zh: '不良率3%至5%之间的不良贷款', en: 'non-performing loans in the band from 3% to 5%' },
                share: {
                  name: 'bandRate',
                  label: { zh: '落入补偿区间的不良率', en: 'slice of the NPL rate in the band' },
                  of: { fact: 'bank.nplRate' },
                  slices: [{ upTo: '3%', rate: '0%' }, { upTo: '5%', rate: '100%' }, { rate: '0%' }],
                },
                of: { fact: 'bank.loanBalance' },
              },
            },
          },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: { value: 'lender', article: '第七条' },
    },
  ],
  notes: [
    { zh: '贷款余额与不良率须为同一日期、同一口径', en: 'Loan balance and NPL rate are those of the same day and scope' },
    {
      zh: '50%由市、区两级财政承担，两级之间的比例未见于所据文本',
      en: 'The 50% is borne by city and district; their proportion is not visible in the text at hand',
    },
  ],
}

export default policy
