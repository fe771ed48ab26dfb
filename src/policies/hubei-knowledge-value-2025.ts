import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.inTechIndustry' | 'borrower.creditGrade' | 'borrower.gradeLimit' | 'loan.unsecured'> = {
  id: 'hubei-knowledge-value-2025',
  title: {
    zh: '湖北省科技型企业知识价值信用贷款实施办法（试行）',
    en: 'Measures of knowledge-value credit loans to technology enterprises, Hubei (trial)',
  },
  number: '鄂科技规〔2025〕3号',
  issuer: { zh: '湖北省', en: 'Hubei' },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.inTechIndustry': {
      kind: 'yes-no',
      label: { zh: '是否属于科技产业统计的五类企业', en: 'in one of the five statistical classes of technology industry' },
    },
    'borrower.creditGrade': {
      kind: 'class',
      label: { zh: '知识价值信用等级', en: 'knowledge-value credit grade' },
      oneOf: { a: 'A', b: 'B', c: 'C', d: 'D', e: 'E' },
    },
    'borrower.gradeLimit': {
      kind: 'amount',
      label: { zh: '信用等级B至D对应的授信额度', en: 'limit of the credit grades B to D' },
      help: {
        zh: 'B至D级的额度未见于所据文本，请按办法填写',
        en: 'The limits of the grades B to D are not visible in the text at hand: state them from the measures',
      },
    },
    'loan.unsecured': { kind: 'yes-no', label: { zh: '是否为无抵押、无担保的信用贷款', en: 'unsecured credit loan' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      eligibility: [{ id: 'tech-industry', place: '鄂科技规〔2025〕3号', fact: 'borrower.inTechIndustry', is: true }],
      items: {
        where: [
          { id: 'unsecured', place: '鄂科技规〔2025〕3号', fact: 'loan.unsecured', is: true },
          { id: 'term', place: '鄂科技规〔2025〕3号', fact: 'loan.termMonths', atMost: '3年' },
          {
            id: 'grade-limit',
            place: '鄂科技规〔2025〕3号',
            label: { zh: '贷款不超过信用等级对应的额度', en: 'the loan is within the limit of the credit grade' },
            fact: 'loan.principal',
            atMost: {
              choose: 'first',
              cases: [
                { when: { fact: 'borrower.creditGrade', is: 'a' }, value: '1000万元' },
                { when: { fact: 'borrower.creditGrade', is: 'e' }, value: '100万元' },
              ],
              otherwise: { lowerOf: [{ fact: 'borrower.gradeLimit' }, '1000万元'] },
            },
          },
          {
            id: 'rate',
            place: { zh: '2025年3月征求意见稿第四条', en: 'draft of March 2025, article 4' },
            evidence: 'official',
            label: { zh: '贷款利率不高于1年期LPR加150个基点', en: 'the rate is at most the one-year LPR plus 150 basis points' },
            fact: 'loan.annualRate',
            atMost: { sumOf: [{ referenceRate: 'lpr-1y', on: { fact: 'loan.drawdownDate' } }, '150BP'] },
          },
        ],
      },
      terms: {
        formula: {
          place: '鄂科技规〔2025〕3号',
          value: {
            name: 'compensation',
            label: { zh: '省市补偿', en: 'compensation by province and city' },
            borneBy: ['province', 'city'],
          },
        },
        losses: [
          {
            id: 'principal',
            label: { zh: '本金损失', en: 'loss of principal' },
            place: '鄂科技规〔2025〕3号',
            value: { fact: 'loan.principalLoss' },
            layers: [
              {
                place: { zh: '报刊摘要（未见办法原文）', en: 'press digest, not the measures' },
                evidence: 'secondary',
                shares: { province: { share: '1/2', of: '80%' }, city: { share: '1/2', of: '80%' }, bank: 'remainder' },
              },
            ],
            remainderTo: {
              value: 'city',
              reading: { zh: '文件未规定尾差：由市级承担', en: 'The document does not say who bears the odd fen: the city' },
            },
          },
          {
            id: 'interest',
            label: { zh: '利息损失', en: 'loss of interest' },
            reading: { zh: '只补偿本金，利息由银行承担', en: 'Only principal is compensated: the bank bears the interest' },
            value: { fact: 'loan.interestLoss' },
            layers: [{ shares: { bank: '100%' } }],
          },
        ],
        fuses: [
          {
            id: 'npl-rate',
            label: { zh: '不良贷款率', en: 'rate of non-performing loans' },
            place: '鄂科技规〔2025〕3号',
            metric: { fact: 'bank.nplRate' },
            levels: [
              { atLeast: '5%', effect: 'warning' },
              { atLeast: '8%', effect: 'compensation-suspended' },
            ],
            trippingClaim: {
              value: 'held',
              reading: {
                zh: '文件未规定触发熔断的当笔是否补偿：以受理时含该笔的不良率为准，恰为5%、8%即触发',
                en: 'The document does not say whether the claim that trips the fuse is paid: the rate with that claim decides, and exactly 5% or 8% trips',
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
      limits: [
        {
          id: 'interest-subsidy',
          place: '鄂科技规〔2025〕3号',
          label: { zh: '可与贷款贴息叠加', en: 'an interest subsidy may be added' },
          stacking: 'stack',
          per: 'applicant',
        },
      ],
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      recipient: { value: 'lender', place: '鄂科技规〔2025〕3号' },
    },
  ],
  notes: [
    {
      zh: '80%取自报刊摘要而非办法原文：使用前请与原文核对',
      en: 'The 80% comes from a press digest, not from the measures: compare with the text before use',
    },
  ],
}

export default policy
