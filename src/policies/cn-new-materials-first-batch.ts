import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'policy.listedMaterial'
  | 'policy.purchaseDate'
  | 'policy.firstPurchaseDate'
  | 'policy.relatedBuyerOrTrader'
  | 'policy.renewal'
  | 'policy.inSubsidizedFirstSet'
> = {
  id: 'cn-new-materials-first-batch',
  title: {
    zh: '重点新材料首批次应用保险补偿机制试点',
    en: 'Pilot of insurance compensation for the first application of key new materials',
  },
  number: '工信部联原〔2017〕222号',
  issuer: { zh: '工业和信息化部等', en: 'ministry of industry and others' },
  evidence: 'secondary',
  status: 'template',
  effective: { from: '2017-12-01' },
  facts: {
    'policy.listedMaterial': { kind: 'yes-no', label: { zh: '是否为目录内新材料', en: 'material of the list in force' } },
    'policy.purchaseDate': { kind: 'date', label: { zh: '采购日期', en: 'day of purchase' } },
    'policy.firstPurchaseDate': {
      kind: 'date',
      label: { zh: '目录有效期内用户首次采购日期', en: 'day of the first purchase of the user while the list was in force' },
    },
    'policy.relatedBuyerOrTrader': {
      kind: 'yes-no',
      label: { zh: '采购方是否为关联方或贸易商', en: 'the buyer is a related party or a trader' },
    },
    'policy.renewal': { kind: 'yes-no', label: { zh: '是否为已获补贴项目的续保', en: 'renewal of a project already subsidized' } },
    'policy.inSubsidizedFirstSet': {
      kind: 'yes-no',
      label: { zh: '是否用于已享受保险补偿的首台（套）装备', en: 'used in a first set that was itself subsidized' },
    },
  },
  parameters: {
    subsidyRate: { kind: 'rate', label: { zh: '补贴比例', en: 'rate of subsidy' } },
    round: {
      kind: 'class',
      label: {
        zh: '申报期：2017年版目录、2018年版目录、2019年、2021年或2022年',
        en: 'round: of the list of 2017, of the list of 2018, or of 2019, 2021 or 2022',
      },
      oneOf: ['list-2017', 'list-2018', '2019', '2021', '2022'],
    },
    sizeOf: {
      kind: 'class',
      label: {
        zh: '当期通知的投保规模按合同金额或保险金额',
        en: 'the size the notice of the round asks for is that of the contract or the insured amount',
      },
      oneOf: ['contract', 'insured-amount'],
      neededWhen: { parameter: 'round', is: ['list-2017', 'list-2018'] },
    },
    leastSize: {
      kind: 'amount',
      label: { zh: '当期通知规定的最低投保规模', en: 'least size that the notice of the round asks for' },
      neededWhen: { parameter: 'round', is: ['list-2017', 'list-2018'] },
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      items: {
        where: [
          { id: 'listed', place: '试点通知', fact: 'policy.listedMaterial', is: true },
          {
            id: 'window',
            reading: {
              zh: '通知只写明各期起止日，未写明保单的哪一日期应在期内：按保险期间起日',
              en: 'The notices state the windows but not which day of a policy lies in them: taken as the first day of cover',
            },
            label: { zh: '保险期间起日在所申报的一期内', en: 'first day of cover in the window of the round' },
            any: [
              {
                all: [
                  { parameter: 'round', is: 'list-2017' },
                  { place: '2017年版目录申报通知', fact: 'policy.start', from: '2017-12-01', through: '2018-12-25' },
                ],
              },
              {
                all: [
                  { parameter: 'round', is: 'list-2018' },
                  { place: '2018年版目录申报通知', fact: 'policy.start', from: '2018-12-26', through: '2019-01-25' },
                ],
              },
              {
                all: [
                  { parameter: 'round', is: '2019' },
                  { place: '2019年申报通知', fact: 'policy.start', from: '2019-01-26', through: '2019-12-31' },
                ],
              },
              {
                all: [
                  { parameter: 'round', is: '2021' },
                  { place: '2021年申报通知', fact: 'policy.start', from: '2021-01-01', through: '2021-12-31' },
                ],
              },
              {
                all: [
                  { parameter: 'round', is: '2022' },
                  { place: '2023年申报通知', fact: 'policy.start', from: '2022-01-01', through: '2022-12-31' },
                ],
              },
            ],
          },
          {
            id: 'size',
            reading: {
              zh: '未写明各年通知的投保规模用于哪一期：2019年通知用于2019年一期，2021年通知用于2021年一期，2023年通知用于2022年一期',
              en: 'Which size belongs to which window is not stated: that of the 2019 notice to 2019, of the 2021 notice to 2021, of the 2023 notice to 2022',
            },
            label: { zh: '达到当期通知规定的投保规模', en: 'of the size that the notice of the round asks for' },
            any: [
              {
                all: [
                  { parameter: 'round', is: '2019' },
                  { place: '2019年申报通知', fact: 'policy.contractAmount', atLeast: '500万元' },
                ],
              },
              {
                all: [
                  {
                    any: [
                      { parameter: 'round', is: '2021' },
                      { parameter: 'round', is: '2022' },
                    ],
                  },
                  { place: '2021年、2023年申报通知', fact: 'policy.insuredAmount', atLeast: '5000万元' },
                ],
              },
              {
                all: [
                  {
                    any: [
                      { parameter: 'round', is: 'list-2017' },
                      { parameter: 'round', is: 'list-2018' },
                    ],
                  },
                  { parameter: 'sizeOf', is: 'contract' },
                  { fact: 'policy.contractAmount', atLeast: { parameter: 'leastSize' } },
                ],
              },
              {
                all: [
                  {
                    any: [
                      { parameter: 'round', is: 'list-2017' },
                      { parameter: 'round', is: 'list-2018' },
                    ],
                  },
                  { parameter: 'sizeOf', is: 'insured-amount' },
                  { fact: 'policy.insuredAmount', atLeast: { parameter: 'leastSize' } },
                ],
              },
            ],
          },
          {
            id: 'first-year',
            place: '试点通知',
            fact: 'policy.purchaseDate',
            from: { fact: 'policy.firstPurchaseDate' },
            until: { date: { fact: 'policy.firstPurchaseDate' }, plus: '1年' },
          },
          { id: 'buyer', place: '试点通知', fact: 'policy.relatedBuyerOrTrader', is: false },
          { id: 'renewal', place: '试点通知', fact: 'policy.renewal', is: false },
          { id: 'first-set', place: '试点通知', fact: 'policy.inSubsidizedFirstSet', is: false },
          {
            id: 'paid-by-enterprise',
            reading: {
              zh: '补贴以企业实际支付的保险费为准：由他人（如母公司）支付的不计',
              en: 'The subsidy goes by the premium the enterprise actually paid: one that another (such as its parent) paid does not count',
            },
            fact: 'policy.paidByEnterprise',
            is: true,
          },
        ],
      },
      terms: {
        formula: { place: '试点通知', value: { share: { parameter: 'subsidyRate' }, of: { counted: 'premium' } } },
        insuredAmount: {
          place: '试点通知',
          value: { lowerOf: [{ fact: 'policy.insuredAmount' }, { share: '5倍', of: { fact: 'policy.contractAmount' } }, '5亿元'] },
        },
        premium: {
          reading: {
            zh: '保险金额只部分计入的，扣除退费后实际支付的保险费按计入部分所占比例计入',
            en: 'Where only a part of the insured amount counts, that part of the premium paid less refunds counts',
          },
          value: {
            share: { ratio: [{ counted: 'insuredAmount' }, { fact: 'policy.insuredAmount' }] },
            of: { fact: 'policy.netPremium' },
          },
        },
        premiumRateLimit: { place: '试点通知', value: '3%', per: 'policy' },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    {
      zh: '后续通知：工信厅联原函〔2018〕423号、〔2019〕248号、〔2023〕10号',
      en: 'Later notices: 工信厅联原函〔2018〕423号, 〔2019〕248号, 〔2023〕10号',
    },
    {
      zh: '2017年版、2018年版目录两期通知规定的投保规模未见于所据文本，由使用者按通知提供',
      en: 'The size that the notices for the lists of 2017 and 2018 ask for is not in the text at hand and is supplied by the caller',
    },
  ],
}

export default policy
