import type { Policy } from '../policy/policy.js'

const policy: Policy<
  | 'borrower.class'
  | 'borrower.outstandingGuaranteed'
  | 'loan.reGuaranteeFeeRate'
  | 'shares.bank'
  | 'shares.nationalFund'
  | 'shares.provincial'
  | 'shares.localGuarantor'
> = {
  id: 'cn-tech-guarantee-plan-2024',
  title: { zh: '支持科技创新专项担保计划', en: 'Special guarantee plan for technology innovation' },
  number: '财金〔2024〕60号',
  issuer: { zh: '财政部', en: 'Ministry of Finance' },
  issued: '2024-07-24',
  url: 'http://big5.www.gov.cn/gate/big5/www.gov.cn/zhengce/zhengceku/202407/content_6964671.htm',
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.class': {
      kind: 'class',
      label: { zh: '企业类别', en: 'class of enterprise' },
      oneOf: {
        'little-giant': { zh: '国家级专精特新“小巨人”企业', en: 'national little giant' },
        'specialized-sme': { zh: '专精特新中小企业', en: 'specialized-and-new SME' },
        'national-project-sme': { zh: '承担国家科技项目的中小企业', en: 'SME on a national technology project' },
        'high-tech': { zh: '高新技术企业', en: 'high-tech enterprise' },
        'innovation-points-sme': { zh: '“创新积分制”中小企业', en: 'SME of the innovation-points scheme' },
        'tech-sme': { zh: '科技型中小企业', en: 'technology SME' },
        'innovative-sme': { zh: '创新型中小企业', en: 'innovative SME' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'borrower.outstandingGuaranteed': { kind: 'amount', label: { zh: '单户在保余额', en: 'amount guaranteed for the borrower' } },
    'loan.reGuaranteeFeeRate': { kind: 'rate', label: { zh: '再担保费率', en: 'rate of the re-guarantee fee' } },
    'shares.bank': { kind: 'share', label: { zh: '银行分担比例', en: 'share of the bank' } },
    'shares.nationalFund': {
      kind: 'share',
      label: { zh: '国家融资担保基金分担比例', en: 'share of the National Financing Guarantee Fund' },
    },
    'shares.provincial': { kind: 'share', label: { zh: '省级再担保机构分担比例', en: 'share of the provincial re-guarantor' } },
    'shares.localGuarantor': { kind: 'share', label: { zh: '市县担保机构分担比例', en: 'share of the local guarantor' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        { id: 'class', place: '财金〔2024〕60号', fact: 'borrower.class', noneOf: ['other'] },
        { id: 'outstanding', place: '财金〔2024〕60号', fact: 'borrower.outstandingGuaranteed', atMost: '3000万元' },
      ],
      items: {
        where: [
          {
            id: 'fee',
            place: '财金〔2024〕60号',
            label: { zh: '再担保费率不超过规定', en: 're-guarantee fee within its bound' },
            fact: 'loan.reGuaranteeFeeRate',
            atMost: {
              by: { fact: 'loan.principal' },
              brackets: [
                { above: '500万元', value: '0.5%' },
                { atMost: '500万元', value: '0.3%' },
              ],
            },
          },
        ],
      },
      terms: {
        bounds: {
          place: '财金〔2024〕60号',
          value: {
            of: { fact: 'loan.principal' },
            shares: {
              bank: { atLeast: '20%' },
              nationalFund: {
                atMost: {
                  choose: 'first',
                  cases: [
                    { when: { fact: 'borrower.class', oneOf: ['little-giant', 'specialized-sme', 'national-project-sme'] }, value: '40%' },
                    { when: { fact: 'borrower.class', oneOf: ['high-tech', 'innovation-points-sme'] }, value: '35%' },
                    { when: { fact: 'borrower.class', oneOf: ['tech-sme', 'innovative-sme'] }, value: '30%' },
                  ],
                },
              },
              provincial: { atLeast: '20%' },
              localGuarantor: 'remainder',
            },
            stated: {
              bank: 'shares.bank',
              nationalFund: 'shares.nationalFund',
              provincial: 'shares.provincial',
              localGuarantor: 'shares.localGuarantor',
            },
          },
        },
        fuses: [
          {
            id: 'payout-rate',
            label: { zh: '担保代偿率', en: "guarantor's payout rate" },
            place: '财金〔2024〕60号',
            metric: { fact: 'guarantor.payoutRate' },
            levels: [
              {
                above: '5%',
                effect: 'compensation-suspended',
                reading: {
                  zh: '文件只写代偿率上限5%，未写超过的后果：超过即暂停补偿',
                  en: 'The plan only states a ceiling of 5% and not what follows above it: compensation stops',
                },
              },
            ],
            trippingClaim: {
              value: 'held',
              reading: {
                zh: '文件未规定触发的当笔是否补偿：代偿率含当笔',
                en: 'The document does not say whether the claim that trips the fuse is paid: the rate counts that claim',
              },
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
  notes: [
    {
      zh: '文件只规定分担比例的上下限：工作表给出各界限都用足时的金额',
      en: 'The plan only bounds the shares: the worksheet gives the amounts when every bound binds',
    },
    {
      zh: '中央财政对提高分担比例后国家融资担保基金新增的代偿给予补偿',
      en: 'The central budget compensates the Fund for the additional payouts caused by the higher share',
    },
  ],
}

export default policy
