import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.outstandingGuaranteed' | 'loan.guaranteeFeeRate' | 'shares.nationalFund' | 'shares.others'> = {
  id: 'cn-private-investment-guarantee-2026',
  title: { zh: '民间投资专项担保计划', en: 'Special guarantee plan for private investment' },
  number: '财金〔2026〕6号',
  issuer: { zh: '财政部', en: 'Ministry of Finance' },
  issued: '2026-01-19',
  evidence: 'secondary',
  status: 'template',
  effective: {},
  facts: {
    'borrower.outstandingGuaranteed': { kind: 'amount', label: { zh: '单户在保余额', en: 'amount guaranteed for the borrower' } },
    'loan.guaranteeFeeRate': { kind: 'rate', label: { zh: '年担保费率', en: 'guarantee fee a year' } },
    'shares.nationalFund': {
      kind: 'share',
      label: { zh: '国家融资担保基金分担比例', en: 'share of the National Financing Guarantee Fund' },
    },
    'shares.others': { kind: 'share', label: { zh: '其他各方分担比例', en: 'share of all others' } },
  },
  parameters: {
    fundShareUpToFiveYears: {
      kind: 'rate',
      label: { zh: '5年及以下贷款的基金分担比例上限', en: 'highest share of the Fund for loans of up to five years' },
    },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [{ id: 'outstanding', place: '财金〔2026〕6号', fact: 'borrower.outstandingGuaranteed', atMost: '2000万元' }],
      items: { where: [{ id: 'fee', place: '财金〔2026〕6号', fact: 'loan.guaranteeFeeRate', atMost: '1%' }] },
      terms: {
        bounds: {
          place: '财金〔2026〕6号',
          value: {
            of: { fact: 'loan.principal' },
            shares: {
              nationalFund: {
                atMost: {
                  by: { fact: 'loan.termMonths' },
                  brackets: [
                    { above: '5年', value: '40%' },
                    { atMost: '5年', value: { parameter: 'fundShareUpToFiveYears' } },
                  ],
                },
              },
              others: 'remainder',
            },
            stated: { nationalFund: 'shares.nationalFund', others: 'shares.others' },
          },
        },
        fuses: [
          {
            id: 'payout-rate',
            label: { zh: '担保代偿率', en: "guarantor's payout rate" },
            place: '财金〔2026〕6号',
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
      zh: '5年及以下贷款的分档未见于所据文本，由使用者按文件提供',
      en: 'The steps for loans of up to five years are not visible in the text at hand: the caller supplies them',
    },
    { zh: '两年5000亿元；再担保费减半', en: '500 billion yuan over two years; the re-guarantee fee is halved' },
  ],
}

export default policy
