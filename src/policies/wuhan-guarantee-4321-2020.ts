import type { Policy } from '../policy/policy.js'

const policy: Policy<'guarantee.policyGuarantee'> = {
  id: 'wuhan-guarantee-4321-2020',
  title: {
    zh: '关于进一步完善政策性担保和纾困贴息机制促进中小微企业稳定发展的意见',
    en: 'Opinions on policy guarantees and relief interest subsidy for micro, small and medium enterprises, Wuhan',
  },
  number: '武政规〔2020〕16号',
  issuer: { zh: '武汉市人民政府', en: 'Wuhan municipal government' },
  issued: '2020-09-17',
  url: 'http://jrj.wuhan.gov.cn/fbjd_57/zcwj/bmgfxwj/202009/t20200924_1454512.shtml',
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'guarantee.policyGuarantee': { kind: 'yes-no', label: { zh: '是否为政策性担保业务', en: 'policy guarantee' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [{ id: 'policy-guarantee', article: { zh: '第二项', en: 'item 2' }, fact: 'guarantee.policyGuarantee', is: true }],
      items: { of: 'none' },
      terms: {
        formula: {
          article: { zh: '第二项', en: 'item 2' },
          value: {
            name: 'compensation',
            label: { zh: '区财政承担', en: 'borne by the finance of the district' },
            borneBy: ['districtFinance'],
          },
        },
        losses: [
          {
            id: 'payout',
            label: { zh: '担保机构代偿额', en: "guarantor's payout" },
            reading: { zh: '分担的基数未写明：按担保机构代偿额', en: 'The base that is shared is not stated: the payout of the guarantor' },
            value: { fact: 'losses.guarantorPayout' },
            layers: [
              {
                article: { zh: '第二项', en: 'item 2' },
                shares: { provincialReGuarantor: '40%', guarantor: '30%', bank: '20%', districtFinance: '10%' },
              },
            ],
            remainderTo: {
              value: 'guarantor',
              reading: { zh: '文件未规定尾差：由担保机构承担', en: 'The document does not say who bears the odd fen: the guarantor' },
            },
          },
        ],
        recovery: {
          value: { gross: { fact: 'recovery.gross' }, cost: { fact: 'recovery.cost' } },
          reading: {
            zh: '追偿返还的条款未见：先扣费用，再按承担比例返还',
            en: 'No clause on recovery is visible: costs first, then back in the proportion borne',
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
      zh: '第二项的分担比例俗称“4321”；“4321”在各地所指的各方不同：此处为省再担保40、担保机构30、银行20、注册地区财政10',
      en: 'The split of item 2 goes by the nickname 4321, which names other parties elsewhere: here the provincial re-guarantor 40, the guarantor 30, the bank 20, the finance of the district of registration 10',
    },
    {
      zh: '第三项（据报道）：20亿元风险补偿资金池，分担比例未见于所据文本',
      en: 'Item 3 (from a secondary source): a pool of 2 billion yuan; its shares are not visible in the text at hand',
    },
    {
      zh: '第四项：年担保费率不超过1%，100万元及以下的担保贷款企业免担保费（据报道）',
      en: 'Item 4 (from a secondary source): a guarantee fee of at most 1% a year, none for guaranteed loans up to 1 million yuan',
    },
  ],
}

export default policy
