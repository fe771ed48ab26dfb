import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'guizhou-vc-fund-2012',
  title: { zh: '贵州省创业投资引导基金', en: 'Guizhou venture guidance fund' },
  number: '黔府办发〔2012〕17号',
  issuer: { zh: '贵州省', en: 'Guizhou' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      terms: {
        formula: { place: '黔府办发〔2012〕17号 第十四至十六条', value: { fact: 'fund.requestedContribution' } },
      },
      limits: [
        {
          id: 'each-fund',
          place: '黔府办发〔2012〕17号 第十四至十六条',
          label: { zh: '对单个基金的参股原则上不超过3000万元', en: 'normally at most 30,000,000 yuan in one fund' },
          per: 'applicant',
          cap: '3000万元',
        },
      ],
      meaning: { place: '黔府办发〔2012〕17号 第十四至十六条', value: 'at-most' },
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
            place: '黔府办发〔2012〕17号 第十四至十六条',
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
          id: 'fund',
          place: '黔府办发〔2012〕17号 第十四至十六条',
          label: { zh: '风险补偿和奖励合计不超过基金规模的10%', en: 'compensation and rewards never above a tenth of the fund' },
          per: 'applicant',
          cap: { share: '10%', of: { fact: 'fund.size' } },
          received: { fact: 'history.receivedTotal' },
        },
      ],
      meaning: { place: '黔府办发〔2012〕17号 第十四至十六条', value: 'at-most' },
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
          place: '黔府办发〔2012〕17号 第十四至十六条',
          value: {
            share: '50%',
            of: { name: 'ownGain', sumOf: [{ fact: 'holding.dividends' }, { fact: 'holding.exitGain' }] },
          },
        },
      },
      meaning: { place: '黔府办发〔2012〕17号 第十四至十六条', value: 'at-most' },
      recipient: { place: '黔府办发〔2012〕17号 第十四至十六条', value: 'manager' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
