import type { Policy } from '../policy/policy.js'

const policy: Policy<'guarantee.policyGuarantee' | 'borrower.outstandingGuaranteed'> = {
  id: 'anhui-guarantee-4321',
  title: { zh: '安徽省“4321”政银担风险分担机制', en: 'The 4321 split of policy guarantees, Anhui' },
  issuer: { zh: '安徽省', en: 'Anhui' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'guarantee.policyGuarantee': { kind: 'yes-no', label: { zh: '是否为政策性担保业务', en: 'policy guarantee' } },
    'borrower.outstandingGuaranteed': { kind: 'amount', label: { zh: '单户在保余额', en: 'amount guaranteed for the borrower' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [
        { id: 'policy-guarantee', place: '2016年安徽省“4321”政银担风险分担机制', fact: 'guarantee.policyGuarantee', is: true },
        { id: 'outstanding', place: '2016年安徽省“4321”政银担风险分担机制', fact: 'borrower.outstandingGuaranteed', atMost: '2000万元' },
      ],
      items: { of: 'none' },
      terms: {
        formula: {
          place: '2016年安徽省“4321”政银担风险分担机制',
          value: { name: 'compensation', label: { zh: '地方政府承担', en: 'borne by the local government' }, borneBy: ['localGovernment'] },
        },
        losses: [
          {
            id: 'payout',
            label: { zh: '担保机构代偿额', en: "guarantor's payout" },
            reading: { zh: '分担的基数未写明：按担保机构代偿额', en: 'The base that is shared is not stated: the payout of the guarantor' },
            value: { fact: 'losses.guarantorPayout' },
            layers: [
              {
                place: '2016年安徽省“4321”政银担风险分担机制',
                shares: { localGuarantor: '40%', provincialReGuarantor: '30%', bank: '20%', localGovernment: '10%' },
              },
            ],
            remainderTo: {
              value: 'localGuarantor',
              reading: {
                zh: '文件未规定尾差：由市县担保机构承担',
                en: 'The document does not say who bears the odd fen: the local guarantor',
              },
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
      zh: '“4321”在各地所指的各方不同：此处为市县担保机构40、省再担保30、银行20、地方政府10',
      en: 'The nickname 4321 names other parties elsewhere: here the local guarantor 40, the provincial re-guarantor 30, the bank 20, the local government 10',
    },
  ],
}

export default policy
