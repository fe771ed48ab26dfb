import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'policy.makerInsures'
  | 'policy.continuousCover'
  | 'policy.objectKind'
  | 'policy.setOfUser'
  | 'policy.sameBatch'
  | 'policy.purchaseDate'
  | 'policy.firstPurchaseDate'
> = {
  id: 'cn-first-set-equipment-2019',
  title: {
    zh: '首台（套）重大技术装备保险补偿机制试点（2019年）',
    en: 'Pilot of insurance compensation for first-set major equipment (2019)',
  },
  evidence: 'secondary',
  status: 'built-in',
  effective: { decidedBy: { zh: '投保年度', en: 'year of cover' } },
  facts: {
    'policy.makerInsures': {
      kind: 'yes-no',
      label: { zh: '是否由制造企业投保、用户受益', en: 'the maker insures and the user is the beneficiary' },
    },
    'policy.continuousCover': { kind: 'yes-no', label: { zh: '保险期间是否连续、无中断', en: 'cover is continuous, without a gap' } },
    'policy.objectKind': {
      kind: 'class',
      label: { zh: '标的类别', en: 'kind of the insured object' },
      oneOf: {
        set: { zh: '成套或单台装备', en: 'a set or a machine' },
        batch: { zh: '首批次', en: 'a first batch' },
        parts: { zh: '部分零部件和小型关键装备', en: 'some parts and small key equipment' },
      },
    },
    'policy.setOfUser': { kind: 'count', label: { zh: '该用户采购的第几台（套）', en: 'which set of the user it is' } },
    'policy.sameBatch': {
      kind: 'yes-no',
      label: { zh: '是否同一类型、规格、合同和生产批次', en: 'of one type, specification, contract and production batch' },
    },
    'policy.purchaseDate': { kind: 'date', label: { zh: '采购日期', en: 'day of purchase' } },
    'policy.firstPurchaseDate': { kind: 'date', label: { zh: '用户首次采购日期', en: 'day of the first purchase of the user' } },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      items: {
        where: [
          { id: 'maker', place: '2019年通知', fact: 'policy.makerInsures', is: true },
          { id: 'continuous', place: '2019年通知', fact: 'policy.continuousCover', is: true },
          {
            id: 'first-set',
            place: '2019年通知',
            label: { zh: '属于首台（套）、首批次', en: 'among the first sets or of a first batch' },
            any: [
              {
                all: [
                  { fact: 'policy.objectKind', is: 'set' },
                  { fact: 'policy.setOfUser', atLeast: '1', atMost: '3' },
                ],
              },
              {
                all: [
                  { fact: 'policy.objectKind', is: 'batch' },
                  { fact: 'policy.sameBatch', is: true },
                ],
              },
              {
                all: [
                  { fact: 'policy.objectKind', is: 'parts' },
                  {
                    fact: 'policy.purchaseDate',
                    from: { fact: 'policy.firstPurchaseDate' },
                    through: { month: 12, of: { fact: 'policy.firstPurchaseDate' } },
                  },
                ],
              },
            ],
          },
          { id: 'three-years', place: '2019年通知', fact: 'policy.participationYear', atLeast: '1', atMost: '3' },
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
        formula: { place: '2019年通知', value: { share: '80%', of: { counted: 'premium' } } },
        premiumRateLimit: {
          value: '3%',
          per: 'year',
          reading: {
            zh: '2019年通知规定费率不超过3%：按年费率理解，超过的，保险费按保险金额的3%计入，不足一年的按月折算',
            en: 'The 2019 notice says that the rate is at most 3%, taken as one of a year: above it the premium counts up to 3% of the insured amount, by months for less than a year',
          },
        },
        longest: {
          value: '1年',
          reading: {
            zh: '按年度保险费补贴：超过一年的保单只计首年，以后年度另行填报',
            en: 'The subsidy is of the annual premium: of a policy of several years the first counts, later years are stated by themselves',
          },
        },
        proration: {
          value: 'month/12',
          reading: { zh: '文件未规定折算办法：按月折算', en: 'The document does not say how a part of a year counts: by months' },
        },
        participation: {
          value: { per: { by: 'policy.insuredObject' } },
          reading: {
            zh: '文件未规定参保年度的计法：按同一标的首次投保之日起算，满一年为一年',
            en: 'The document does not say how years are counted: for the insured object, from the first day it was covered',
          },
        },
      },
      recipient: { value: 'enterprise', place: '2019年通知' },
      payers: { value: { central: '100%' }, place: '2019年通知' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
}

export default policy
