import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.techMicroFirm' | 'policy.productListed' | 'policy.productListedDate' | 'policy.salesAmount'> = {
  id: 'tongling-first-order-2022',
  title: {
    zh: '科技型小微企业创新产品首张订单保险补助（2022年）',
    en: 'Support for first-order insurance of new products of tech micro-firms, Tongling (2022)',
  },
  issuer: { zh: '铜陵市', en: 'Tongling' },
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'borrower.techMicroFirm': { kind: 'yes-no', label: { zh: '是否为科技型小微企业', en: 'tech micro-firm' } },
    'policy.productListed': { kind: 'yes-no', label: { zh: '所保创新产品是否列入目录', en: 'the insured new product is listed' } },
    'policy.productListedDate': { kind: 'date', label: { zh: '创新产品列入目录的日期', en: 'day the new product was listed' } },
    'policy.salesAmount': { kind: 'amount', label: { zh: '产品销售金额', en: 'sales amount of the product' } },
  },
  parameters: {
    subsidyRate: { kind: 'rate', label: { zh: '补助比例', en: 'rate of support' } },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      eligibility: [{ id: 'tech-micro-firm', place: '2022年补助政策', fact: 'borrower.techMicroFirm', is: true }],
      items: {
        where: [
          { id: 'line', place: '2022年补助政策', fact: 'policy.line', oneOf: ['product-liability', 'product-quality'] },
          { id: 'listed', place: '2022年补助政策', fact: 'policy.productListed', is: true },
          {
            id: 'listing',
            place: '2022年补助政策',
            label: { zh: '产品列入目录2年内', en: 'within the two years for which the product is listed' },
            all: [
              {
                reading: {
                  zh: '所据文本未写明2年按保单的哪一日期：按保险期间起日，列入之日起满2年之日不含',
                  en: 'The text at hand does not say which day of a policy lies in the two years: the first day of cover, the second anniversary excluded',
                },
                fact: 'policy.start',
                from: { fact: 'policy.productListedDate' },
                until: { date: { fact: 'policy.productListedDate' }, plus: '2年' },
              },
            ],
          },
          {
            id: 'period',
            place: '2022年补助政策',
            label: { zh: '一个保险期间为12个月', en: 'one period of cover is twelve months' },
            all: [
              {
                reading: {
                  zh: '12个月自起日起至次年对应日的前一日；涉及二月末的，止于对应日前后的二月末均视为12个月',
                  en: 'Twelve months end the day before the same day of the next year; about the end of February either last day counts',
                },
                fact: 'policy.end',
                from: {
                  earlierOf: [
                    { date: { date: { fact: 'policy.start' }, plus: '1年' }, minus: '1天' },
                    { date: { date: { fact: 'policy.start' }, minus: '1天' }, plus: '1年' },
                  ],
                },
                through: {
                  laterOf: [
                    { date: { date: { fact: 'policy.start' }, plus: '1年' }, minus: '1天' },
                    { date: { date: { fact: 'policy.start' }, minus: '1天' }, plus: '1年' },
                  ],
                },
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
        ],
      },
      terms: {
        formula: { place: '2022年补助政策', value: { share: { parameter: 'subsidyRate' }, of: { counted: 'premium' } } },
        insuredAmount: {
          place: '2022年补助政策',
          value: {
            choose: 'first',
            cases: [
              {
                label: { zh: '产品质量保证保险：不超过销售金额', en: 'quality guarantee: at most the sales amount' },
                when: { fact: 'policy.line', is: 'product-quality' },
                value: {
                  reading: {
                    zh: '保险金额超过销售金额的，按销售金额计算，不作为不予补助的条件',
                    en: 'Cover above the sales amount counts at the sales amount; it is not taken as a condition',
                  },
                  lowerOf: [{ fact: 'policy.insuredAmount' }, { fact: 'policy.salesAmount' }],
                },
              },
            ],
            otherwise: { fact: 'policy.insuredAmount' },
          },
        },
        premiumRateLimit: { place: '2022年补助政策', value: '3%', per: 'policy' },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    {
      zh: '补助比例未见于所据文本，由使用者按文件提供',
      en: 'The rate of support is not in the text at hand and is supplied by the caller',
    },
    {
      zh: '产品责任保险、产品质量保证保险的费率各以3%为限：超过的按3%计算保险费',
      en: 'The premium rate of either line counts up to 3%: above it the premium is taken at 3%',
    },
  ],
}

export default policy
