import type { Policy } from '../policy/policy.js'

const policy: Policy<'guidanceFund.size' | 'guidanceFund.compensationAndRewardsPaid'> = {
  id: 'guizhou-vc-fund-2012',
  title: { zh: '贵州省创业投资引导基金', en: 'Guizhou venture guidance fund' },
  issuer: { zh: '贵州省', en: 'Guizhou' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'guidanceFund.size': { kind: 'amount', label: { zh: '引导基金规模', en: 'size of the guidance fund' } },
    'guidanceFund.compensationAndRewardsPaid': {
      kind: 'amount',
      label: { zh: '引导基金此前累计支付的风险补偿和奖励', en: 'compensation and rewards the guidance fund has paid so far' },
    },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      terms: {
        formula: {
          reading: { zh: '文件规定的是上限：以申请的出资额为准', en: 'The document sets a ceiling: what is applied for' },
          value: { fact: 'fund.requestedContribution' },
        },
      },
      limits: [
        {
          id: 'each-fund',
          article: { zh: '第十四至十六条', en: 'articles 14 to 16' },
          label: { zh: '对单个基金的参股原则上不超过3000万元', en: 'normally at most 30,000,000 yuan in one fund' },
          per: 'applicant',
          cap: '3000万元',
        },
      ],
      meaning: { article: { zh: '第十四至十六条', en: 'articles 14 to 16' }, value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'follow-on',
      items: {
        where: [
          {
            id: 'price',
            article: { zh: '第十四至十六条', en: 'articles 14 to 16' },
            label: { zh: '跟进投资价格不高于创业投资企业的投资价格', en: 'the price is not above the VC\u2019s' },
            fact: 'deal.price',
            atMost: { fact: 'deal.vcPrice' },
          },
        ],
      },
      terms: {},
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'loss-compensation',
      terms: {
        formula: {
          reading: {
            zh: '所据文本未给出补偿比例：以申请的风险补偿和奖励金额为准',
            en: 'The text at hand gives no share: the compensation and rewards applied for',
          },
          value: { fact: 'deal.requestedAmount' },
        },
      },
      limits: [
        {
          id: 'compensation-and-rewards',
          article: { zh: '第十四至十六条', en: 'articles 14 to 16' },
          label: {
            zh: '风险补偿和奖励合计不超过引导基金规模的10%',
            en: 'compensation and rewards never above a tenth of the guidance fund',
          },
          per: 'applicant',
          cap: { share: '10%', of: { fact: 'guidanceFund.size' } },
          received: { fact: 'guidanceFund.compensationAndRewardsPaid' },
        },
      ],
      meaning: { article: { zh: '第十四至十六条', en: 'articles 14 to 16' }, value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'concession',
      terms: {
        formula: {
          article: { zh: '第十四至十六条', en: 'articles 14 to 16' },
          value: {
            share: '50%',
            of: { name: 'ownGain', sumOf: [{ fact: 'holding.dividends' }, { fact: 'holding.exitGain' }] },
          },
        },
      },
      limits: [
        {
          id: 'rewards-and-compensation',
          article: { zh: '第十四至十六条', en: 'articles 14 to 16' },
          label: {
            zh: '风险补偿和奖励合计不超过引导基金规模的10%',
            en: 'compensation and rewards never above a tenth of the guidance fund',
          },
          per: 'applicant',
          cap: { share: '10%', of: { fact: 'guidanceFund.size' } },
          received: { fact: 'guidanceFund.compensationAndRewardsPaid' },
        },
      ],
      meaning: { article: { zh: '第十四至十六条', en: 'articles 14 to 16' }, value: 'at-most' },
      recipient: { article: { zh: '第十四至十六条', en: 'articles 14 to 16' }, value: 'manager' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    {
      zh: '所据为第十四至十六条，基金依据黔府办发〔2012〕17号设立',
      en: 'From articles 14 to 16; the fund rests on 黔府办发〔2012〕17号',
    },
  ],
}

export default policy
