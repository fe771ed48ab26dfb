import type { Policy } from '../policy/policy.js'

const policy: Policy = {
  id: 'hubei-vc-fund-2011',
  title: { zh: '湖北省创业投资引导基金管理暂行办法', en: 'Hubei interim measures of the venture guidance fund' },
  issuer: { zh: '湖北省', en: 'Hubei' },
  evidence: 'official',
  status: 'template',
  effective: {},
  parameters: {
    contributionRatio: { kind: 'rate', label: { zh: '引导基金出资比例上限', en: 'highest share the guidance fund may contribute' } },
    ratioBase: {
      kind: 'class',
      label: { zh: '出资比例的基数：实缴资本、认缴资本或基金规模', en: 'base of the ratio: paid-in capital, committed capital or size' },
      oneOf: ['paid-in-capital', 'committed-capital', 'fund-size'],
    },
    exitPrice: {
      kind: 'class',
      label: {
        zh: '退出价格：一定时间内按原始投资额，或自始计收益',
        en: 'exit price: the original investment for some time, or a return from the start',
      },
      oneOf: ['original-then-return', 'return-throughout'],
    },
    originalFor: {
      kind: 'months',
      label: { zh: '按原始投资额转让的时间', en: 'how long the original investment is the price' },
      neededWhen: { parameter: 'exitPrice', is: 'original-then-return' },
    },
    exitRate: {
      kind: 'class',
      label: {
        zh: '收益利率：转让时1年期贷款基准利率、1年期LPR或约定利率',
        en: 'rate of the return: one-year benchmark or LPR at transfer, or an agreed rate',
      },
      oneOf: ['benchmark-1y', 'lpr-1y', 'agreed-rate'],
    },
    agreedRate: { kind: 'rate', label: { zh: '约定利率', en: 'agreed rate' }, neededWhen: { parameter: 'exitRate', is: 'agreed-rate' } },
    interest: {
      kind: 'class',
      label: { zh: '收益按单利或复利', en: 'return at simple or compound interest' },
      oneOf: ['simple', 'compound'],
    },
    proration: {
      kind: 'proration',
      label: { zh: '持有时间的计算办法', en: 'how the time held is counted' },
      oneOf: ['month/12', 'actual/365', 'actual/360'],
    },
    concessionShare: { kind: 'rate', label: { zh: '让利比例', en: 'share of the gain conceded' } },
    concessionOf: {
      kind: 'class',
      label: { zh: '让利的基数：全部收益，或超过约定收益的部分', en: 'what is shared: all of the gain, or what exceeds an agreed return' },
      oneOf: ['own-gain', 'excess-gain'],
    },
    concessionRate: {
      kind: 'rate',
      label: { zh: '约定收益的年利率（单利）', en: 'yearly rate of the agreed return, simple' },
      neededWhen: { parameter: 'concessionOf', is: 'excess-gain' },
    },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      terms: {
        formula: {
          place: '湖北省创业投资引导基金管理暂行办法（依据鄂政办函〔2011〕48号）',
          value: {
            share: { name: 'appliedShare', parameter: 'contributionRatio' },
            of: {
              choose: 'first',
              cases: [
                { when: { parameter: 'ratioBase', is: 'paid-in-capital' }, value: { fact: 'fund.paidInCapital' } },
                { when: { parameter: 'ratioBase', is: 'committed-capital' }, value: { fact: 'fund.committedCapital' } },
                { value: { fact: 'fund.size' } },
              ],
            },
          },
        },
      },
      meaning: { place: '湖北省创业投资引导基金管理暂行办法（依据鄂政办函〔2011〕48号）', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'exit-price',
      terms: {
        formula: {
          place: '湖北省创业投资引导基金管理暂行办法（依据鄂政办函〔2011〕48号）',
          value: {
            choose: 'first',
            cases: [
              {
                when: [
                  { parameter: 'exitPrice', is: 'original-then-return' },
                  {
                    date: { fact: 'exit.transferDate' },
                    through: { date: { fact: 'instalment.paidInDate' }, plus: { parameter: 'originalFor' } },
                  },
                ],
                value: { name: 'costSold', firstKnown: [{ fact: 'instalment.costOfPartSold' }, { fact: 'instalment.originalInvestment' }] },
              },
              {
                value: {
                  grown: {
                    name: 'costSold',
                    firstKnown: [{ fact: 'instalment.costOfPartSold' }, { fact: 'instalment.originalInvestment' }],
                  },
                  at: {
                    name: 'appliedRate',
                    choose: 'first',
                    cases: [
                      { when: { parameter: 'exitRate', is: 'agreed-rate' }, value: { parameter: 'agreedRate' } },
                      {
                        when: { parameter: 'exitRate', is: 'lpr-1y' },
                        value: {
                          firstKnown: [{ fact: 'exit.rateAtTransfer' }, { referenceRate: 'lpr-1y', on: { fact: 'exit.transferDate' } }],
                        },
                      },
                      {
                        value: {
                          firstKnown: [
                            { fact: 'exit.rateAtTransfer' },
                            { referenceRate: 'benchmark-1y', on: { fact: 'exit.transferDate' } },
                          ],
                        },
                      },
                    ],
                  },
                  for: {
                    firstKnown: [
                      { fact: 'instalment.holdingYears' },
                      {
                        between: [{ fact: 'instalment.paidInDate' }, { fact: 'exit.transferDate' }],
                        in: 'years',
                        by: { parameter: 'proration' },
                      },
                    ],
                    name: 'holdingYears',
                  },
                  interest: { parameter: 'interest' },
                },
              },
            ],
          },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'concession',
      eligibility: [
        {
          id: 'principal-back',
          reading: {
            zh: '让利只涉及收益：政府出资收回本金之后',
            en: 'Only a gain is conceded: after the government has its principal back',
          },
          label: { zh: '政府出资已收回本金', en: 'the government has its principal back' },
          fact: 'holding.recovered',
          atLeast: { fact: 'holding.originalInvestment' },
        },
      ],
      terms: {
        formula: {
          place: '湖北省创业投资引导基金管理暂行办法（依据鄂政办函〔2011〕48号）',
          value: {
            share: { parameter: 'concessionShare' },
            of: {
              choose: 'first',
              cases: [
                {
                  when: { parameter: 'concessionOf', is: 'own-gain' },
                  value: { name: 'ownGain', excessOf: [{ fact: 'holding.recovered' }, { fact: 'holding.originalInvestment' }] },
                },
                {
                  value: {
                    name: 'excessGain',
                    excessOf: [
                      { fact: 'holding.recovered' },
                      {
                        grown: { fact: 'holding.originalInvestment' },
                        at: { parameter: 'concessionRate' },
                        for: { fact: 'holding.heldYears' },
                        interest: 'simple',
                      },
                    ],
                  },
                },
              ],
            },
          },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    { zh: '引导基金不直接投资，不以营利为目的', en: 'The guidance fund does not invest directly and seeks no profit' },
    { zh: '依据鄂政办函〔2011〕48号制定', en: 'Based on 鄂政办函〔2011〕48号' },
  ],
}

export default policy
