import type { Policy } from '../policy/policy.js'

const policy: Policy<
  'fund.kind' | 'manager.paidInCapital' | 'deal.externalRound' | 'deal.staff' | 'deal.assets' | 'deal.sales' | 'deal.classes'
> = {
  id: 'wuhan-guanggu-partners-2021',
  title: { zh: '武汉光谷合伙人投资引导基金管理办法', en: 'Measures of the Guanggu Partners guidance fund, Wuhan East Lake' },
  number: '武新规〔2021〕3号',
  issuer: { zh: '武汉东湖新技术开发区', en: 'Wuhan East Lake High-tech Development Zone' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'fund.kind': {
      kind: 'class',
      label: { zh: '子基金类别', en: 'kind of sub-fund' },
      oneOf: { 'early-stage': { zh: '早期投资基金', en: 'early-stage fund' }, other: { zh: '其他', en: 'other' } },
    },
    'manager.paidInCapital': { kind: 'amount', label: { zh: '管理机构实缴资本', en: 'paid-in capital of the manager' } },
    'deal.externalRound': { kind: 'count', label: { zh: '外部融资轮次（第几轮）', en: 'which external round it is' } },
    'deal.staff': { kind: 'count', label: { zh: '企业职工人数', en: 'staff of the investee' } },
    'deal.assets': { kind: 'amount', label: { zh: '企业资产总额', en: 'total assets of the investee' } },
    'deal.sales': { kind: 'amount', label: { zh: '企业年销售额', en: 'yearly sales of the investee' } },
    'deal.classes': {
      kind: 'classes',
      label: { zh: '企业人才类别', en: 'talent classes of the investee' },
      oneOf: {
        talent: { zh: '人才企业', en: 'talent firm' },
        'start-up-talent': { zh: '初创人才企业', en: 'start-up talent firm' },
        'strategic-talent': { zh: '推荐的战略人才企业', en: 'recommended strategic talent firm' },
      },
    },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      eligibility: [
        { id: 'fund-size', place: '武新规〔2021〕3号', fact: 'fund.size', atLeast: '1亿元' },
        { id: 'manager-capital', place: '武新规〔2021〕3号', fact: 'manager.paidInCapital', atLeast: '500万元' },
      ],
      terms: {
        formula: {
          place: '武新规〔2021〕3号',
          value: {
            lowerOf: [
              { share: '40%', of: { fact: 'fund.size' } },
              {
                firstKnown: [
                  // The guidance money is part of the sub-fund: 40% of all is two thirds of the rest.
                  { divided: { share: '40%', of: { fact: 'fund.privateCapital' } }, by: '60%' },
                  { share: '40%', of: { fact: 'fund.size' } },
                ],
              },
            ],
          },
        },
      },
      meaning: { place: '武新规〔2021〕3号', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'use-test',
      eligibility: [
        {
          id: 'early-stage',
          place: '武新规〔2021〕3号',
          label: {
            zh: '早期投资基金投向早期企业不低于实际投资额的60%',
            en: 'an early-stage fund: at least 60% of what is invested in early-stage firms',
          },
          any: [
            { fact: 'fund.kind', is: 'other' },
            {
              value: {
                name: 'earlyStageShare',
                label: { zh: '投向早期企业的比例', en: 'share invested in early-stage firms' },
                ratio: [
                  {
                    total: { fact: 'deal.invested' },
                    where: [
                      {
                        any: [
                          { fact: 'deal.externalRound', atMost: '2' },
                          { fact: 'deal.investedDate', through: { date: { fact: 'deal.investeeFoundedDate' }, plus: '5年' } },
                        ],
                      },
                      { fact: 'deal.staff', atMost: '200' },
                      {
                        any: [
                          { fact: 'deal.assets', atMost: '3000万元' },
                          { fact: 'deal.sales', atMost: '3000万元' },
                        ],
                      },
                    ],
                  },
                  { total: { fact: 'deal.invested' } },
                ],
              },
              atLeast: '60%',
            },
          ],
        },
      ],
      terms: {},
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'reinvestment',
      terms: {
        formula: {
          place: '武新规〔2021〕3号',
          value: {
            name: 'countedReinvestment',
            share: {
              name: 'weight',
              choose: 'highest',
              cases: [
                { when: { fact: 'deal.classes', includes: 'talent' }, value: '1.2倍' },
                { when: { fact: 'deal.classes', includes: 'start-up-talent' }, value: '1.5倍' },
                { when: { fact: 'deal.classes', includes: 'strategic-talent' }, value: '2.5倍' },
                { value: '1倍' },
              ],
              reading: {
                zh: '各类倍数为并列情形：同时符合的取最高，不连乘',
                en: 'The texts list alternatives: the highest weight applies, not the product',
              },
            },
            of: { fact: 'deal.invested' },
          },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
