import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'applicant.kind'
  | 'applicant.experiencedManagers'
  | 'applicant.coachedStartUps'
  | 'applicant.fixedPremises'
  | 'applicant.investedOrManaged'
  | 'deal.staff'
  | 'deal.collegeStaffShare'
  | 'deal.researchStaffShare'
  | 'deal.sales'
  | 'deal.netAssets'
  | 'deal.researchShareOfSales'
> = {
  id: 'cn-tech-sme-vc-fund-2007',
  title: { zh: '科技型中小企业创业投资引导基金管理暂行办法', en: 'Interim measures of the venture guidance fund for tech SMEs' },
  number: '财企〔2007〕128号',
  issuer: { zh: '财政部、科技部', en: 'Ministry of Finance, Ministry of Science and Technology' },
  issued: '2007-07-06',
  evidence: 'official',
  status: 'built-in',
  effective: { from: '2007-07-06' },
  facts: {
    'applicant.kind': {
      kind: 'class',
      label: { zh: '申请单位类别', en: 'kind of applicant' },
      oneOf: {
        'vc-enterprise': { zh: '创业投资企业', en: 'VC enterprise' },
        'vc-manager': { zh: '创业投资管理企业', en: 'VC manager' },
        'service-body': { zh: '具有投资功能的中小企业服务机构', en: 'SME service body that can invest' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'applicant.experiencedManagers': {
      kind: 'count',
      label: { zh: '有3年以上经验的专职管理人员人数', en: 'full-time managers with at least three years of experience' },
    },
    'applicant.coachedStartUps': { kind: 'count', label: { zh: '协议辅导的初创企业家数', en: 'start-ups coached by agreement' } },
    'applicant.fixedPremises': { kind: 'yes-no', label: { zh: '是否有固定场所', en: 'fixed premises' } },
    'applicant.investedOrManaged': { kind: 'amount', label: { zh: '已投资或管理的资金', en: 'money invested or managed' } },
    'deal.staff': { kind: 'count', label: { zh: '企业职工人数', en: 'staff of the investee' } },
    'deal.collegeStaffShare': {
      kind: 'share',
      label: { zh: '具有大专以上学历的科技人员占职工比例', en: 'share of science-and-technology staff with a college degree' },
    },
    'deal.researchStaffShare': {
      kind: 'share',
      label: { zh: '直接从事研究开发的科技人员占职工比例', en: 'share of staff in research and development' },
    },
    'deal.sales': { kind: 'amount', label: { zh: '企业年销售额', en: 'yearly sales of the investee' } },
    'deal.netAssets': { kind: 'amount', label: { zh: '企业净资产', en: 'net assets of the investee' } },
    'deal.researchShareOfSales': {
      kind: 'share',
      label: { zh: '研究开发费用占销售额比例', en: 'research and development as a share of sales' },
    },
  },
  parameters: {
    equalToLargest: {
      kind: 'class',
      label: { zh: '与最大股东出资相等时', en: 'a holding equal to the largest' },
      oneOf: ['forbidden', 'allowed'],
      value: 'forbidden',
      reading: {
        zh: '办法只规定不能成为第一大股东：与最大股东并列也视为第一大股东',
        en: 'The measures say never the largest shareholder: one of two equal largest is taken as the largest too',
      },
    },
    interest: {
      kind: 'class',
      label: { zh: '转让收益按单利或复利', en: 'return at simple or compound interest' },
      oneOf: ['simple', 'compound'],
      value: 'simple',
      reading: { zh: '办法未规定单利或复利：按单利', en: 'The measures do not say simple or compound: simple' },
    },
    returnFrom: {
      kind: 'class',
      label: { zh: '收益起算日', en: 'from when the return runs' },
      oneOf: ['paid-in', 'end-of-year-3'],
      value: 'paid-in',
      reading: {
        zh: '办法未规定收益自何时起算：自投入之日起按全部持有时间计算',
        en: 'The measures do not say from when the return runs: from the day paid in, over the whole time held',
      },
    },
    proration: {
      kind: 'proration',
      label: { zh: '持有时间的计算办法', en: 'how the time held is counted' },
      oneOf: ['month/12', 'actual/365', 'actual/360', 'actual/actual-isda'],
      value: 'month/12',
      reading: {
        zh: '办法未规定计息天数：整月除以12，零头天数除以360',
        en: 'The measures do not state a day count: whole months over 12, odd days over 360',
      },
    },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      eligibility: [
        { id: 'participation-supported', article: '第七条', evidence: 'secondary', fact: 'applicant.kind', noneOf: ['other'] },
        {
          id: 'participation-service-body',
          article: '第十条',
          label: {
            zh: '中小企业服务机构：2名以上有3年以上经验的专职管理人员，协议辅导50家以上初创企业，有固定场所，已投资或管理资金500万元以上',
            en: 'a service body: at least two full-time managers of three years of experience, 50 start-ups coached by agreement, fixed premises, and 5 million yuan invested or managed',
          },
          any: [
            { fact: 'applicant.kind', noneOf: ['service-body'] },
            {
              all: [
                { fact: 'applicant.experiencedManagers', atLeast: '2' },
                { fact: 'applicant.coachedStartUps', atLeast: '50' },
                { fact: 'applicant.fixedPremises', is: true },
                { fact: 'applicant.investedOrManaged', atLeast: '500万元' },
              ],
            },
          ],
        },
        {
          id: 'ratio',
          article: '第十四条',
          label: { zh: '参股比例不超过25%', en: 'at most a quarter of the capital' },
          value: {
            name: 'guidanceHolding',
            total: { fact: 'holder.contribution' },
            over: 'holders',
            where: { fact: 'holder.kind', is: 'guidance' },
          },
          atMost: { share: '25%', of: { total: { fact: 'holder.contribution' }, over: 'holders' } },
        },
        {
          id: 'not-largest',
          article: '第十四条',
          label: { zh: '不能成为第一大股东', en: 'never the largest shareholder' },
          any: [
            {
              value: { total: { fact: 'holder.contribution' }, over: 'holders', where: { fact: 'holder.kind', is: 'guidance' } },
              below: {
                name: 'largestOther',
                largest: { fact: 'holder.contribution' },
                over: 'holders',
                where: { fact: 'holder.kind', noneOf: ['guidance'] },
                otherwise: '0元',
              },
            },
            {
              all: [
                { parameter: 'equalToLargest', is: 'allowed' },
                {
                  value: { total: { fact: 'holder.contribution' }, over: 'holders', where: { fact: 'holder.kind', is: 'guidance' } },
                  atMost: {
                    largest: { fact: 'holder.contribution' },
                    over: 'holders',
                    where: { fact: 'holder.kind', noneOf: ['guidance'] },
                    otherwise: '0元',
                  },
                },
              ],
            },
          ],
        },
      ],
      terms: {
        formula: {
          article: '第十四条',
          value: {
            lowerOf: [
              {
                firstKnown: [
                  { share: '25%', of: { fact: 'fund.paidInCapital' } },
                  { divided: { share: '25%', of: { fact: 'fund.privateCapital' } }, by: '75%' },
                ],
              },
              {
                firstKnown: [
                  // The guidance money is part of the capital: 25% of all is a third of the rest.
                  { divided: { share: '25%', of: { fact: 'fund.privateCapital' } }, by: '75%' },
                  { share: '25%', of: { fact: 'fund.paidInCapital' } },
                ],
              },
            ],
          },
        },
      },
      limits: [
        {
          id: 'below-largest',
          article: '第十四条',
          label: { zh: '不能成为第一大股东', en: 'never the largest shareholder' },
          per: 'applicant',
          cap: {
            excessOf: [
              {
                largest: { fact: 'holder.contribution' },
                over: 'holders',
                where: { fact: 'holder.kind', noneOf: ['guidance'] },
                otherwise: '0元',
              },
              { choose: 'first', cases: [{ when: { parameter: 'equalToLargest', is: 'allowed' }, value: '0元' }, { value: '0.01元' }] },
            ],
          },
        },
      ],
      flags: [
        {
          id: 'tie',
          article: '第十四条',
          label: { zh: '引导基金与其他股东并列最大', en: 'the guidance fund and another holder are equal largest' },
          when: {
            value: { total: { fact: 'holder.contribution' }, over: 'holders', where: { fact: 'holder.kind', is: 'guidance' } },
            atLeast: {
              largest: { fact: 'holder.contribution' },
              over: 'holders',
              where: { fact: 'holder.kind', noneOf: ['guidance'] },
              otherwise: '0元',
            },
            atMost: {
              largest: { fact: 'holder.contribution' },
              over: 'holders',
              where: { fact: 'holder.kind', noneOf: ['guidance'] },
              otherwise: '0元',
            },
          },
        },
      ],
      meaning: { article: '第十四条', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'follow-on',
      eligibility: [
        { id: 'follow-on-supported', article: '第七条', evidence: 'secondary', fact: 'applicant.kind', noneOf: ['other'] },
        {
          id: 'follow-on-service-body',
          article: '第十条',
          label: {
            zh: '中小企业服务机构：2名以上有3年以上经验的专职管理人员，协议辅导50家以上初创企业，有固定场所，已投资或管理资金500万元以上',
            en: 'a service body: at least two full-time managers of three years of experience, 50 start-ups coached by agreement, fixed premises, and 5 million yuan invested or managed',
          },
          any: [
            { fact: 'applicant.kind', noneOf: ['service-body'] },
            {
              all: [
                { fact: 'applicant.experiencedManagers', atLeast: '2' },
                { fact: 'applicant.coachedStartUps', atLeast: '50' },
                { fact: 'applicant.fixedPremises', is: true },
                { fact: 'applicant.investedOrManaged', atLeast: '500万元' },
              ],
            },
          ],
        },
      ],
      items: {
        where: [
          {
            id: 'age',
            article: '第十一条',
            label: { zh: '投资时企业成立不超过5年', en: 'at most five years old when invested in' },
            fact: 'deal.investedDate',
            through: { date: { fact: 'deal.investeeFoundedDate' }, plus: '5年' },
          },
          { id: 'unlisted', article: '第十一条', fact: 'deal.investeeListed', is: false },
          { id: 'staff', article: '第十一条', fact: 'deal.staff', atMost: '300' },
          { id: 'college-staff', article: '第十一条', fact: 'deal.collegeStaffShare', atLeast: '30%' },
          { id: 'research-staff', article: '第十一条', fact: 'deal.researchStaffShare', atLeast: '10%' },
          { id: 'sales', article: '第十一条', fact: 'deal.sales', atMost: '3000万元' },
          { id: 'net-assets', article: '第十一条', fact: 'deal.netAssets', atMost: '2000万元' },
          { id: 'research', article: '第十一条', fact: 'deal.researchShareOfSales', atLeast: '5%' },
          {
            id: 'within-a-year',
            place: '财企〔2007〕128号 第十五条之后',
            evidence: 'secondary',
            label: { zh: '在创业投资机构实际投资后一年内', en: 'within a year of the VC\u2019s investment' },
            fact: 'deal.investedDate',
            through: { date: { fact: 'deal.vcInvestedDate' }, plus: '1年' },
          },
          {
            id: 'same-price',
            place: '财企〔2007〕128号 第十五条之后',
            evidence: 'secondary',
            label: { zh: '与创业投资机构投资价格相同', en: 'at the VC\u2019s price' },
            fact: 'deal.price',
            atLeast: { fact: 'deal.vcPrice' },
            atMost: { fact: 'deal.vcPrice' },
          },
        ],
      },
      terms: {
        formula: {
          reading: {
            zh: '财企〔2007〕128号第十五条之后规定不超过创业投资机构实际投资额的50%：非现金出资不计',
            en: '财企〔2007〕128号 after article 15 sets 50% of what the VC actually invested: only cash counts',
          },
          evidence: 'secondary',
          value: { share: '50%', of: { fact: 'deal.vcCashInvestment' } },
        },
      },
      meaning: { place: '财企〔2007〕128号 第十五条之后', evidence: 'secondary', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'investment-guarantee',
      eligibility: [
        { id: 'guarantee-supported', article: '第七条', evidence: 'secondary', fact: 'applicant.kind', noneOf: ['other'] },
        {
          id: 'guarantee-service-body',
          article: '第十条',
          label: {
            zh: '中小企业服务机构：2名以上有3年以上经验的专职管理人员，协议辅导50家以上初创企业，有固定场所，已投资或管理资金500万元以上',
            en: 'a service body: at least two full-time managers of three years of experience, 50 start-ups coached by agreement, fixed premises, and 5 million yuan invested or managed',
          },
          any: [
            { fact: 'applicant.kind', noneOf: ['service-body'] },
            {
              all: [
                { fact: 'applicant.experiencedManagers', atLeast: '2' },
                { fact: 'applicant.coachedStartUps', atLeast: '50' },
                { fact: 'applicant.fixedPremises', is: true },
                { fact: 'applicant.investedOrManaged', atLeast: '500万元' },
              ],
            },
          ],
        },
      ],
      items: {
        where: [
          {
            id: 'guaranteed-age',
            article: '第十一条',
            label: { zh: '投资时企业成立不超过5年', en: 'at most five years old when invested in' },
            fact: 'deal.investedDate',
            through: { date: { fact: 'deal.investeeFoundedDate' }, plus: '5年' },
          },
          { id: 'guaranteed-unlisted', article: '第十一条', fact: 'deal.investeeListed', is: false },
          { id: 'guaranteed-staff', article: '第十一条', fact: 'deal.staff', atMost: '300' },
          { id: 'guaranteed-college-staff', article: '第十一条', fact: 'deal.collegeStaffShare', atLeast: '30%' },
          { id: 'guaranteed-research-staff', article: '第十一条', fact: 'deal.researchStaffShare', atLeast: '10%' },
          { id: 'guaranteed-sales', article: '第十一条', fact: 'deal.sales', atMost: '3000万元' },
          { id: 'guaranteed-net-assets', article: '第十一条', fact: 'deal.netAssets', atMost: '2000万元' },
          { id: 'guaranteed-research', article: '第十一条', fact: 'deal.researchShareOfSales', atLeast: '5%' },
        ],
      },
      terms: {
        formula: {
          reading: {
            zh: '所据文本未给出计算办法：以申请金额为准',
            en: 'The text at hand gives no formula: what is applied for',
          },
          value: { fact: 'deal.requestedAmount' },
        },
      },
      limits: [
        {
          id: 'guarantee',
          reading: {
            zh: '财企〔2007〕128号第十五条之后规定投资保障不超过200万元，未写明按项目还是按企业：按每个项目',
            en: '财企〔2007〕128号 after article 15 sets 2,000,000 yuan and does not say of what: of each deal',
          },
          evidence: 'secondary',
          label: { zh: '投资保障不超过200万元', en: 'a guarantee of at most 2,000,000 yuan' },
          per: 'deal',
          cap: '200万元',
        },
      ],
      meaning: { place: '财企〔2007〕128号 第十五条之后', evidence: 'secondary', value: 'at-most' },
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
          article: '第十五条',
          value: {
            choose: 'first',
            cases: [
              {
                label: { zh: '投入后3年内：原始投资额', en: 'within three years: the original investment' },
                when: {
                  date: { fact: 'exit.transferDate' },
                  through: { date: { fact: 'instalment.paidInDate' }, plus: '3年' },
                },
                value: {
                  name: 'costSold',
                  firstKnown: [{ fact: 'instalment.costOfPartSold' }, { fact: 'instalment.originalInvestment' }],
                },
              },
              {
                label: { zh: '超过3年：原始投资额加收益', en: 'after three years: the original investment and a return' },
                value: {
                  grown: {
                    name: 'costSold',
                    firstKnown: [{ fact: 'instalment.costOfPartSold' }, { fact: 'instalment.originalInvestment' }],
                  },
                  at: {
                    name: 'appliedRate',
                    label: { zh: '转让时1年期贷款基准利率', en: 'one-year benchmark lending rate at transfer' },
                    firstKnown: [{ fact: 'exit.rateAtTransfer' }, { referenceRate: 'benchmark-1y', on: { fact: 'exit.transferDate' } }],
                  },
                  for: {
                    choose: 'first',
                    cases: [
                      {
                        when: { parameter: 'returnFrom', is: 'end-of-year-3' },
                        value: {
                          name: 'returnYears',
                          label: { zh: '计收益年数', en: 'years of return' },
                          firstKnown: [
                            { excessOf: [{ fact: 'instalment.holdingYears' }, '3'] },
                            {
                              between: [{ date: { fact: 'instalment.paidInDate' }, plus: '3年' }, { fact: 'exit.transferDate' }],
                              in: 'years',
                              by: { parameter: 'proration' },
                            },
                          ],
                        },
                      },
                      {
                        value: {
                          name: 'returnYears',
                          label: { zh: '计收益年数', en: 'years of return' },
                          firstKnown: [
                            { fact: 'instalment.holdingYears' },
                            {
                              between: [{ fact: 'instalment.paidInDate' }, { fact: 'exit.transferDate' }],
                              in: 'years',
                              by: { parameter: 'proration' },
                            },
                          ],
                        },
                      },
                    ],
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
  ],
  notes: [
    {
      zh: '投资保障分投资前和投资后两部分，各自的限额未见于所据文本：200万元为两部分合计',
      en: 'The guarantee has a part before and a part after the investment; their own limits are not visible in the text at hand: 2,000,000 yuan is both together',
    },
  ],
}

export default policy
