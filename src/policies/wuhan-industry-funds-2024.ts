import type { Policy } from '../policy/policy.js'

const policy: Policy<'fund.kind' | 'fund.veryLargeProject'> = {
  id: 'wuhan-industry-funds-2024',
  title: { zh: '武汉市关于推进产业基金高质量发展…的实施意见', en: 'Wuhan opinions on the high-quality development of industry funds' },
  number: '武政〔2024〕12号',
  issuer: { zh: '武汉市人民政府', en: 'Wuhan city government' },
  issued: '2024-07-26',
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'fund.kind': {
      kind: 'class',
      label: { zh: '子基金类别', en: 'kind of sub-fund' },
      oneOf: {
        angel: { zh: '天使基金', en: 'angel fund' },
        seed: { zh: '种子基金', en: 'seed fund' },
        'result-transfer': { zh: '科技成果转化基金', en: 'result-transfer fund' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'fund.veryLargeProject': {
      kind: 'yes-no',
      label: { zh: '是否为特别重大项目', en: 'for a very large project' },
    },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      eligibility: [{ id: 'term', place: '武政〔2024〕12号', fact: 'fund.termMonths', atMost: '10年' }],
      terms: {
        formula: {
          reading: { zh: '意见规定的是上限：以申请的出资额为准', en: 'The opinions set a ceiling: what is applied for' },
          value: { fact: 'fund.requestedContribution' },
        },
      },
      limits: [
        {
          id: 'ratio',
          place: '武政〔2024〕12号',
          label: { zh: '一般不超过基金规模的20%', en: 'normally at most a fifth of the fund' },
          per: 'applicant',
          when: [
            { fact: 'fund.kind', noneOf: ['angel', 'seed', 'result-transfer'] },
            { fact: 'fund.veryLargeProject', is: false },
          ],
          cap: { share: '20%', of: { fact: 'fund.size' } },
        },
      ],
      flags: [
        {
          id: 'above-half',
          place: '武政〔2024〕12号',
          label: {
            zh: '天使、种子和成果转化基金可达50%或以上：申请超过50%，文件未定上限',
            en: 'angel, seed and result-transfer funds may reach half or more: more than half is applied for, and the text sets no ceiling',
          },
          when: [
            { fact: 'fund.kind', oneOf: ['angel', 'seed', 'result-transfer'] },
            { fact: 'fund.requestedContribution', above: { share: '50%', of: { fact: 'fund.size' } } },
          ],
        },
      ],
      meaning: { place: '武政〔2024〕12号', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'leverage',
      terms: {
        measures: [
          {
            place: { zh: '武汉市财政局网站公布的杠杆', en: 'the leverage on the site of the Wuhan finance bureau' },
            value: { name: 'privateOverPublic', ratio: [{ fact: 'leverage.privateMoney' }, { fact: 'leverage.publicMoney' }] },
          },
          {
            reading: {
              zh: '市财政局公布的杠杆为社会资本与财政资金之比；总规模与财政资金之比仅供对照',
              en: 'The leverage the city publishes is private over public money; all money over public money is shown beside it',
            },
            value: {
              name: 'totalOverPublic',
              ratio: [{ sumOf: [{ fact: 'leverage.privateMoney' }, { fact: 'leverage.publicMoney' }] }, { fact: 'leverage.publicMoney' }],
            },
          },
        ],
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
