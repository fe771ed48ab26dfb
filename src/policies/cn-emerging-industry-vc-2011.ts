import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'manager.registeredCapital'
  | 'manager.seniorStaff'
  | 'manager.successes'
  | 'manager.startsOtherFund'
  | 'fund.inAndOutWithLocal'
  | 'fund.invested'
  | 'fund.holdsForbiddenAssets'
  | 'fund.guaranteesOrLends'
  | 'fund.reinvestsRecovered'
  | 'fee.kind'
> = {
  id: 'cn-emerging-industry-vc-2011',
  title: {
    zh: '新兴产业创投计划参股创业投资基金管理暂行办法',
    en: 'Interim measures of venture funds with central participation under the emerging-industry VC plan',
  },
  number: '财建〔2011〕668号',
  issuer: { zh: '财政部', en: 'Ministry of Finance' },
  issued: '2011-08-17',
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'manager.registeredCapital': { kind: 'amount', label: { zh: '管理机构注册资本', en: 'registered capital of the manager' } },
    'manager.seniorStaff': {
      kind: 'count',
      label: { zh: '有3年以上经验的高级管理人员人数', en: 'senior staff with at least three years of experience' },
    },
    'manager.successes': { kind: 'count', label: { zh: '成功投资案例数', en: 'successful investments' } },
    'manager.startsOtherFund': {
      kind: 'yes-no',
      label: { zh: '管理机构是否募集或管理其他创业投资基金', en: 'the manager raises or manages another venture fund' },
    },
    'fund.inAndOutWithLocal': {
      kind: 'yes-no',
      label: { zh: '中央财政资金是否与地方政府资金同进同出', en: 'central money goes in and out together with local money' },
    },
    'fund.invested': { kind: 'amount', label: { zh: '已投资金额', en: 'invested so far' } },
    'fund.holdsForbiddenAssets': {
      kind: 'yes-no',
      label: { zh: '是否投资股票、期货、债券、信托等', en: 'holds shares, futures, bonds or trusts' },
    },
    'fund.guaranteesOrLends': { kind: 'yes-no', label: { zh: '是否提供担保或贷款', en: 'gives guarantees or loans' } },
    'fund.reinvestsRecovered': {
      kind: 'yes-no',
      label: { zh: '存续期内是否以收回资金再投资', en: 'invests recovered money again during the term' },
    },
    'fee.kind': {
      kind: 'class',
      label: { zh: '费用种类', en: 'kind of fee' },
      oneOf: {
        manager: { zh: '基金管理费', en: 'management fee' },
        trustee: { zh: '受托管理机构管理费', en: 'fee of the trustee' },
      },
    },
  },
  parameters: {
    concession: {
      kind: 'rate',
      label: { zh: '中央财政让利比例', en: 'share of the central gain that is conceded' },
      value: '0%',
      reading: {
        zh: '第十九条允许加大让利，未给出比例和对象：未提供时不让利，提供时让给社会出资人',
        en: 'Article 19 allows to concede more and gives neither share nor recipient: nothing unless supplied, then to the private holders',
      },
    },
    proration: {
      kind: 'proration',
      label: { zh: '不足一年时的计算办法', en: 'how part of a year is counted' },
      oneOf: ['actual/365', 'actual/360'],
      value: 'actual/365',
      reading: {
        zh: '办法未规定不足一年如何计算：按实际天数除以365',
        en: 'The measures do not say how part of a year is counted: actual days over 365',
      },
    },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      eligibility: [
        { id: 'manager-capital', article: '第十二、十三条', fact: 'manager.registeredCapital', atLeast: '500万元' },
        { id: 'manager-staff', article: '第十二、十三条', fact: 'manager.seniorStaff', atLeast: '3' },
        { id: 'manager-successes', article: '第十二、十三条', fact: 'manager.successes', atLeast: '3' },
        { id: 'with-local', place: '财建〔2011〕668号', fact: 'fund.inAndOutWithLocal', is: true },
      ],
      terms: {
        formula: {
          reading: { zh: '办法规定的是上限：以申请的出资额为准', en: 'The measures set a ceiling: what is applied for' },
          value: { fact: 'fund.requestedContribution' },
        },
        shown: [
          {
            reading: {
              zh: '办法未写明比例的分母：以基金规模为分母',
              en: 'The measures do not say of what the share is: of the size of the fund',
            },
            value: {
              name: 'startUpShare',
              label: { zh: '投向初创期企业的比例', en: 'share invested in start-ups' },
              ratio: [{ fact: 'fund.investedInStartUps' }, { fact: 'fund.size' }],
            },
          },
        ],
      },
      limits: [
        {
          id: 'ratio',
          place: '财建〔2011〕668号',
          label: { zh: '参股比例一般不超过20%', en: 'normally at most a fifth of committed capital' },
          per: 'applicant',
          when: {
            not: {
              reading: {
                zh: '办法未写明比例的分母：以基金规模为分母',
                en: 'The measures do not say of what the share is: of the size of the fund',
              },
              label: { zh: '投向初创期企业的比例超过70%', en: 'more than 70% goes to start-ups' },
              value: { ratio: [{ fact: 'fund.investedInStartUps' }, { fact: 'fund.size' }] },
              above: '70%',
            },
          },
          cap: { share: '20%', of: { fact: 'fund.committedCapital' } },
        },
      ],
      flags: [
        {
          id: 'above-normal',
          place: '财建〔2011〕668号',
          label: {
            zh: '申请超过20%，文件未给出可提高到的比例',
            en: 'more than a fifth is applied for; the document does not say how much more',
          },
          when: { fact: 'fund.requestedContribution', above: { share: '20%', of: { fact: 'fund.committedCapital' } } },
        },
      ],
      meaning: { place: '财建〔2011〕668号', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'use-test',
      items: { of: 'none' },
      eligibility: [
        { id: 'no-securities', article: '第九条', fact: 'fund.holdsForbiddenAssets', is: false },
        { id: 'no-guarantees', article: '第九条', fact: 'fund.guaranteesOrLends', is: false },
        { id: 'no-recycling', article: '第九条', fact: 'fund.reinvestsRecovered', is: false },
        {
          id: 'other-fund',
          article: '第十二、十三条',
          label: { zh: '投资达到70%之前不得募集或管理其他创业投资基金', en: 'no other venture fund until 70% is invested' },
          any: [
            { fact: 'manager.startsOtherFund', is: false },
            {
              reading: {
                zh: '办法未写明比例的分母：以基金规模为分母',
                en: 'The measures do not say of what the share is: of the size of the fund',
              },
              value: {
                name: 'investedShare',
                label: { zh: '已投资比例', en: 'share invested' },
                ratio: [{ fact: 'fund.invested' }, { fact: 'fund.size' }],
              },
              atLeast: '70%',
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
      rule: 'distribution',
      terms: {
        distribution: {
          basis: { article: '第十八条', value: 'whole-fund' },
          manager: { article: '第十八条', value: 'manager' },
          tiers: [
            { article: '第十八条', tier: 'capital' },
            { article: '第十八条', tier: 'split', carry: '20%' },
          ],
          concessions: [
            {
              article: '第十九条',
              value: {
                by: ['guidance'],
                share: { parameter: 'concession' },
                to: ['private'],
                when: {
                  reading: {
                    zh: '办法未写明比例的分母：以基金规模为分母',
                    en: 'The measures do not say of what the share is: of the size of the fund',
                  },
                  label: { zh: '投向初创期企业的比例超过70%', en: 'more than 70% goes to start-ups' },
                  value: { ratio: [{ fact: 'fund.investedInStartUps' }, { fact: 'fund.size' }] },
                  above: '70%',
                },
              },
            },
          ],
          publicMoney: {
            reading: { zh: '中央财政与地方政府的出资', en: 'The money of central and local government' },
            value: ['guidance', 'government'],
          },
          oddFenTo: {
            reading: { zh: '办法未规定尾差：归中央财政', en: 'The measures do not say who has the odd fen: the central money' },
            value: 'guidance',
          },
        },
      },
      flags: [
        {
          id: 'may-concede',
          article: '第十九条',
          label: {
            zh: '投向初创期企业的比例超过70%：中央财政可以加大让利，让利比例请按约定填写',
            en: 'more than 70% goes to start-ups: the central money may concede more; supply the agreed share',
          },
          when: {
            reading: {
              zh: '办法未写明比例的分母：以基金规模为分母',
              en: 'The measures do not say of what the share is: of the size of the fund',
            },
            value: { ratio: [{ fact: 'fund.investedInStartUps' }, { fact: 'fund.size' }] },
            above: '70%',
          },
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'fee',
      eligibility: [
        {
          id: 'rate',
          article: '第十七条',
          label: { zh: '管理费率为每年1.5%至2.5%', en: 'a management fee of 1.5% to 2.5% a year' },
          any: [
            { fact: 'fee.kind', is: 'trustee' },
            { fact: 'fee.annualRate', atLeast: '1.5%', atMost: '2.5%' },
          ],
        },
      ],
      terms: {
        formula: {
          article: '第十七条',
          value: {
            choose: 'first',
            cases: [
              {
                article: '第二十三条',
                label: { zh: '按上年末已拨付未收回的中央财政资金分段计算', en: 'by slices of central money paid out and not recovered' },
                when: { fact: 'fee.kind', is: 'trustee' },
                value: {
                  of: { fact: 'fee.unrecoveredCentralMoney' },
                  slices: [{ upTo: '20亿元', rate: '2%' }, { upTo: '50亿元', rate: '1.5%' }, { rate: '1%' }],
                },
              },
              {
                article: '第十七条',
                value: {
                  share: {
                    share: { fact: 'fee.annualRate' },
                    of: {
                      name: 'years',
                      label: { zh: '计费年数', en: 'years of the fee' },
                      choose: 'first',
                      cases: [
                        { when: { parameter: 'proration', is: 'actual/360' }, value: { ratio: [{ fact: 'fee.days' }, '360天'] } },
                        { value: { ratio: [{ fact: 'fee.days' }, '365天'] } },
                      ],
                    },
                  },
                  of: { fact: 'fee.committedCapital' },
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
}

export default policy
