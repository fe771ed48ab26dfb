import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'policy.listedMaterial'
  | 'policy.purchaseDate'
  | 'policy.firstPurchaseDate'
  | 'policy.relatedBuyerOrTrader'
  | 'policy.renewal'
  | 'policy.inSubsidizedFirstSet'
  | 'policy.meetsEntryTest'
> = {
  id: 'cn-new-materials-first-batch',
  title: {
    zh: '重点新材料首批次应用保险补偿机制试点',
    en: 'Pilot of insurance compensation for the first application of key new materials',
  },
  number: '工信联原〔2017〕222号',
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
    'policy.meetsEntryTest': {
      kind: 'yes-no',
      label: { zh: '是否达到当期通知规定的投保规模', en: 'reaches the size that the notice of the round asks for' },
    },
  },
  parameters: {
    subsidyRate: { kind: 'rate', label: { zh: '补贴比例', en: 'rate of subsidy' } },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      items: {
        where: [
          { id: 'listed', place: '试点通知', fact: 'policy.listedMaterial', is: true },
          {
            id: 'round',
            place: '各期申报通知',
            label: { zh: '在申报期内并达到当期的投保规模', en: 'in the window of a round, and of its size' },
            any: [
              {
                all: [
                  { fact: 'policy.start', from: '2017-12-01', until: '2019-01-26' },
                  { fact: 'policy.meetsEntryTest', is: true },
                ],
              },
              {
                all: [
                  { fact: 'policy.start', from: '2019-01-26', through: '2019-12-31' },
                  { fact: 'policy.contractAmount', atLeast: '500万元' },
                ],
              },
              {
                all: [
                  { fact: 'policy.start', from: '2021-01-01', through: '2022-12-31' },
                  { fact: 'policy.insuredAmount', atLeast: '5000万元' },
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
            zh: '计入保险费为计入保险金额与费率（不超过3%）之积，且不超过扣除退费后实际支付的保险费',
            en: 'The premium counts as rate (at most 3%) × counted insured amount, not above what was paid less refunds',
          },
          value: {
            lowerOf: [
              { share: { lowerOf: [{ fact: 'policy.premiumRate' }, '3%'] }, of: { counted: 'insuredAmount' } },
              { fact: 'policy.netPremium' },
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
      zh: '2017年版、2018年版目录各期通知规定的投保规模未见于公开资料，由申报单位按通知填报',
      en: 'The size that the notices for the lists of 2017 and 2018 ask for is not visible in public sources: the applicant answers by the notice',
    },
  ],
}

export default policy
