import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'borrower.techTitle'
  | 'borrower.talentTeam'
  | 'borrower.incubated'
  | 'borrower.recommended'
  | 'policy.line'
  | 'policy.lineGroup'
  | 'policy.namedInsurer'
  | 'policy.proofs'
> = {
  id: 'hangzhou-xiaoshan-tech-insurance-2018',
  title: { zh: '科技保险补贴资金（2018年）', en: 'Tech-insurance subsidy, Xiaoshan district of Hangzhou (2018)' },
  issuer: { zh: '杭州市萧山区', en: 'Xiaoshan district, Hangzhou' },
  evidence: 'official',
  status: 'template',
  effective: { from: '2018-01-01', until: '2019-01-01', decidedBy: { zh: '保险期间起日', en: 'first day of cover' } },
  facts: {
    'borrower.techTitle': {
      kind: 'yes-no',
      label: { zh: '是否具有区级以上科技企业资格', en: 'tech title of the district or higher' },
    },
    'borrower.talentTeam': { kind: 'yes-no', label: { zh: '是否为人才团队企业', en: 'talent team' } },
    'borrower.incubated': { kind: 'yes-no', label: { zh: '是否为在孵企业', en: 'incubated firm' } },
    'borrower.recommended': { kind: 'yes-no', label: { zh: '在孵企业是否获得推荐', en: 'incubated firm with a recommendation' } },
    'policy.line': {
      kind: 'class',
      label: { zh: '险种', en: 'line of insurance' },
      oneOf: { other: { zh: '其他险种', en: 'another line' } },
    },
    'policy.lineGroup': {
      kind: 'class',
      label: { zh: '其他险种在通知中的分组', en: 'group of another line in the call' },
      oneOf: {
        'at-70': { zh: '不超过70%', en: 'up to 70%' },
        'at-50': { zh: '不超过50%', en: 'up to 50%' },
        'at-30': { zh: '不超过30%', en: 'up to 30%' },
        none: { zh: '不在通知所列险种之内', en: 'not a line of the call' },
      },
    },
    'policy.namedInsurer': {
      kind: 'class',
      label: { zh: '承保机构', en: 'insurer named in the call' },
      oneOf: {
        'picc-xiaoshan': { zh: '人保萧山', en: 'PICC Xiaoshan' },
        'ping-an-xiaoshan': { zh: '平安萧山', en: 'Ping An Xiaoshan' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'policy.proofs': {
      kind: 'classes',
      label: { zh: '已提交的证明材料', en: 'proofs handed in' },
      oneOf: {
        contract: { zh: '保险合同', en: 'insurance contract' },
        'bank-payment': { zh: '银行付款凭证', en: 'bank proof of payment' },
        invoice: { zh: '保险费发票', en: 'invoice for the premium' },
      },
    },
  },
  parameters: {
    linesAt70: { kind: 'classes', label: { zh: '补贴比例不超过70%的险种', en: 'lines at up to 70%' } },
    linesAt50: { kind: 'classes', label: { zh: '补贴比例不超过50%的险种', en: 'lines at up to 50%' } },
    linesAt30: { kind: 'classes', label: { zh: '补贴比例不超过30%的险种', en: 'lines at up to 30%' } },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      eligibility: [
        {
          id: 'title',
          place: '2018年申报通知',
          label: {
            zh: '区级以上科技企业资格、人才团队，或获得推荐的在孵企业',
            en: 'a tech title of the district or higher, a talent team, or an incubated firm with a recommendation',
          },
          any: [
            { fact: 'borrower.techTitle', is: true },
            { fact: 'borrower.talentTeam', is: true },
            {
              all: [
                { fact: 'borrower.incubated', is: true },
                { fact: 'borrower.recommended', is: true },
              ],
            },
          ],
        },
        {
          id: 'application',
          place: '2018年申报通知',
          label: { zh: '4月30日前申报（含当日）', en: 'applied for by 30 April' },
          fact: 'application.date',
          through: { yearOf: 'award.year', day: '04-30' },
        },
      ],
      items: {
        where: [
          {
            id: 'line',
            place: '2018年申报通知',
            label: { zh: '通知所列三组险种之一', en: 'a line of one of the three groups' },
            any: [
              { fact: 'policy.line', oneOf: { parameter: 'linesAt70' } },
              { fact: 'policy.line', oneOf: { parameter: 'linesAt50' } },
              { fact: 'policy.line', oneOf: { parameter: 'linesAt30' } },
              {
                all: [
                  { fact: 'policy.line', is: 'other' },
                  { fact: 'policy.lineGroup', noneOf: ['none'] },
                ],
              },
            ],
          },
          {
            id: 'one-group',
            reading: {
              zh: '三组险种不重复：列入两组的险种分组有误，不予计算',
              en: 'A line stands in one group only: of one given in two nothing is worked out',
            },
            label: { zh: '险种只在一组', en: 'the line stands in one group' },
            not: {
              any: [
                {
                  all: [
                    { fact: 'policy.line', oneOf: { parameter: 'linesAt70' } },
                    { fact: 'policy.line', oneOf: { parameter: 'linesAt50' } },
                  ],
                },
                {
                  all: [
                    { fact: 'policy.line', oneOf: { parameter: 'linesAt70' } },
                    { fact: 'policy.line', oneOf: { parameter: 'linesAt30' } },
                  ],
                },
                {
                  all: [
                    { fact: 'policy.line', oneOf: { parameter: 'linesAt50' } },
                    { fact: 'policy.line', oneOf: { parameter: 'linesAt30' } },
                  ],
                },
              ],
            },
          },
          { id: 'insurer', place: '2018年申报通知', fact: 'policy.namedInsurer', oneOf: ['picc-xiaoshan', 'ping-an-xiaoshan'] },
          {
            id: 'window',
            place: '2018年申报通知',
            label: { zh: '2018年1月1日至12月31日的保单', en: 'policies of 2018' },
            all: [
              {
                reading: {
                  zh: '所据文本未写明保单的哪一日期应在期内：按保险期间起日',
                  en: 'The text at hand does not say which day of a policy must lie in the window: taken as the first day of cover',
                },
                fact: 'policy.start',
                from: '2018-01-01',
                through: '2018-12-31',
              },
            ],
          },
          {
            id: 'paid-by-enterprise',
            reading: {
              zh: '补贴以企业实际支付的保险费为准：由他人（如母公司）支付的不计',
              en: 'The subsidy goes by the premium the enterprise actually paid: one that another (such as its parent) paid does not count',
            },
            fact: 'policy.paidByEnterprise',
            is: true,
          },
          {
            id: 'proofs',
            place: '2018年申报通知',
            label: { zh: '保险合同、银行付款凭证和发票齐全', en: 'contract, bank proof of payment and invoice' },
            all: [
              { fact: 'policy.proofs', includes: 'contract' },
              { fact: 'policy.proofs', includes: 'bank-payment' },
              { fact: 'policy.proofs', includes: 'invoice' },
            ],
          },
        ],
      },
      terms: {
        formula: {
          place: '2018年申报通知',
          value: {
            share: {
              name: 'appliedRate',
              label: { zh: '补贴比例', en: 'rate of subsidy' },
              choose: 'first',
              cases: [
                { when: { fact: 'policy.line', oneOf: { parameter: 'linesAt70' } }, value: '70%' },
                { when: { fact: 'policy.line', oneOf: { parameter: 'linesAt50' } }, value: '50%' },
                { when: { fact: 'policy.line', oneOf: { parameter: 'linesAt30' } }, value: '30%' },
                { when: { fact: 'policy.lineGroup', is: 'at-70' }, value: '70%' },
                { when: { fact: 'policy.lineGroup', is: 'at-50' }, value: '50%' },
              ],
              otherwise: '30%',
            },
            of: { counted: 'premium' },
          },
        },
      },
      limits: [{ id: 'annual', place: '2018年申报通知', cap: '10万元', per: 'applicant', period: 'year' }],
      meaning: { place: '2018年申报通知', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    { zh: '依据萧科〔2017〕18号', en: 'Based on 萧科〔2017〕18号' },
    {
      zh: '十个险种的分组未见于所据文本，由使用者按通知提供；没有标准名称的险种填“其他险种”并写明分组',
      en: 'How the ten lines are grouped is not in the text at hand and is supplied by the caller; a line without a standard name is stated as another line with its group',
    },
    {
      zh: '所据文本未写明4月30日属于哪一年：按申报年度',
      en: 'The text at hand does not say of which year 30 April is: taken as the year of the award',
    },
  ],
}

export default policy
