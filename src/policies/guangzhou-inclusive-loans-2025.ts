import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.classes' | 'loan.claimedInOtherMode'> = {
  id: 'guangzhou-inclusive-loans-2025',
  title: { zh: '广州市普惠贷款风险补偿机制', en: 'Risk compensation of inclusive loans, Guangzhou' },
  number: '穗金管规字〔2025〕1号',
  issuer: { zh: '广州市', en: 'Guangzhou' },
  evidence: 'secondary',
  status: 'built-in',
  effective: { from: '2025-10-01', until: '2028-10-01' },
  facts: {
    'loan.classes': {
      kind: 'classes',
      label: { zh: '贷款类别', en: 'classes of the loan' },
      oneOf: {
        'listed-key-firm': { zh: '名单内重点企业贷款', en: 'loan to a listed key firm' },
        'ip-pledge': { zh: '知识产权质押贷款', en: 'IP-pledge loan' },
        'monetary-policy-tool': { zh: '货币政策工具支持的贷款', en: 'loan backed by a monetary-policy tool' },
      },
    },
    'loan.claimedInOtherMode': {
      kind: 'yes-no',
      label: { zh: '同一笔贷款是否已按另一模式申请', en: 'the loan is claimed in the other mode' },
    },
  },
  parameters: {
    bandMode: {
      kind: 'class',
      label: { zh: '贷款金额分档的适用方式', en: 'how the bands of the loan amount apply' },
      oneOf: ['whole-loan', 'marginal'],
      value: 'whole-loan',
      reading: {
        zh: '文件未写明分档是全额还是分段：按贷款金额所在的一档适用于全部损失',
        en: 'The document does not say whether the bands are slices: the band of the loan amount holds for the whole loss',
      },
    },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      items: { where: [{ id: 'one-mode', place: '穗金管规字〔2025〕1号', fact: 'loan.claimedInOtherMode', is: false }] },
      terms: {
        formula: { place: '穗金管规字〔2025〕1号', value: { borneBy: ['city'] } },
        losses: [
          {
            id: 'loss',
            label: { zh: '不良贷款本金实际损失或代偿未还本金', en: 'loss of principal, or unpaid principal in the payout' },
            place: '穗金管规字〔2025〕1号',
            value: {
              choose: 'first',
              cases: [{ when: { fact: 'mode', is: 'bank' }, value: { fact: 'loan.principalLoss' } }],
              otherwise: { fact: 'loan.unpaidPrincipalInPayout' },
            },
            layers: [
              {
                when: { fact: 'mode', is: 'bank' },
                shares: {
                  bank: 'remainder',
                  city: {
                    name: 'compensationRate',
                    label: { zh: '补偿比例', en: 'rate of compensation' },
                    choose: 'sum',
                    atMost: '50%',
                    cases: [
                      {
                        value: {
                          choose: 'first',
                          cases: [
                            {
                              when: { parameter: 'bandMode', is: 'whole-loan' },
                              value: {
                                by: { fact: 'loan.principal' },
                                brackets: [
                                  { atMost: '500万元', value: '40%' },
                                  { above: '500万元', atMost: '1500万元', value: '30%' },
                                  { above: '1500万元', atMost: '3000万元', value: '20%' },
                                ],
                              },
                            },
                            {
                              when: { fact: 'loan.principal', atMost: '3000万元' },
                              value: {
                                ratio: [
                                  {
                                    of: { fact: 'loan.principal' },
                                    slices: [{ upTo: '500万元', rate: '40%' }, { upTo: '1500万元', rate: '30%' }, { rate: '20%' }],
                                  },
                                  { fact: 'loan.principal' },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      { when: { fact: 'loan.classes', oneOf: ['listed-key-firm', 'ip-pledge'] }, value: '15个百分点' },
                      { when: { fact: 'loan.classes', includes: 'monetary-policy-tool' }, value: '5个百分点' },
                    ],
                  },
                },
              },
              {
                shares: {
                  guarantor: 'remainder',
                  city: { figure: '20%', name: 'compensationRate', label: { zh: '补偿比例', en: 'rate of compensation' } },
                },
              },
            ],
            remainderTo: {
              value: 'city',
              reading: {
                zh: '文件未规定尾差：由市级承担；其余损失由申请机构承担',
                en: 'The document does not say who bears the odd fen: the city; the claimant bears the rest of the loss',
              },
            },
          },
        ],
        fuses: [
          {
            id: 'bank-loss',
            label: { zh: '合作银行年度不良贷款损失占备案本金的比例', en: 'annual NPL loss of the bank over the principal it registered' },
            place: '穗金管规字〔2025〕1号',
            when: { fact: 'mode', is: 'bank' },
            metric: { ratio: [{ fact: 'bank.annualNplLoss' }, { fact: 'bank.principalRegisteredThisYear' }] },
            levels: [{ above: '3%', effect: 'on-hold' }],
            trippingClaim: {
              value: 'held',
              reading: {
                zh: '文件未规定触发的当笔是否补偿：年度损失含当笔',
                en: 'The document does not say whether the claim that trips the fuse is paid: the loss of the year counts that claim',
              },
            },
          },
          {
            id: 'payout-rate',
            label: { zh: '担保机构代偿率', en: "guarantor's payout rate" },
            place: '穗金管规字〔2025〕1号',
            when: { fact: 'mode', is: 'guarantor' },
            metric: { fact: 'guarantor.payoutRate' },
            levels: [{ above: '3%', effect: 'on-hold' }],
            trippingClaim: {
              value: 'held',
              reading: {
                zh: '文件未规定触发的当笔是否补偿：代偿率含当笔',
                en: 'The document does not say whether the claim that trips the fuse is paid: the rate counts that claim',
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
      budget: { value: 'total-control', place: '穗金管规字〔2025〕1号' },
      recipient: {
        value: { cases: [{ when: { fact: 'mode', is: 'guarantor' }, recipient: 'guarantor' }, { recipient: 'lender' }] },
        reading: {
          zh: '文件未写明收款方：银行模式付给贷款银行，担保模式付给担保机构',
          en: 'Who is paid is not stated: the lender in bank mode, the guarantor in guarantor mode',
        },
      },
    },
  ],
  notes: [
    {
      zh: '全市年度补偿总额不超过15亿元，其中担保模式不超过5000万元',
      en: 'The city pays at most 1.5 billion yuan a year, of which at most 50 million in guarantor mode',
    },
    { zh: '区级可以另行补偿（第三条）', en: 'A district may add to it (article 3)' },
  ],
}

export default policy
