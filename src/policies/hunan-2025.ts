import type { Policy } from '../policy/policy.js'

const policy: Policy<'loan.kind'> = {
  id: 'hunan-2025',
  title: { zh: '湖南省中小企业贷款风险补偿', en: 'Risk compensation of loans to small and medium enterprises, Hunan' },
  issuer: { zh: '湖南省', en: 'Hunan' },
  issued: '2025-06-16',
  evidence: 'official',
  status: 'template',
  effective: {},
  facts: {
    'loan.kind': {
      kind: 'class',
      label: { zh: '贷款种类', en: 'kind of loan' },
      oneOf: {
        credit: { zh: '信用贷款', en: 'credit loan' },
        guaranteed: { zh: '担保贷款', en: 'guaranteed loan' },
        other: { zh: '其他', en: 'other' },
      },
    },
  },
  parameters: {
    share: { kind: 'rate', label: { zh: '省与实施地区合计承担比例', en: 'share of province and implementing area together' } },
    provinceShare: { kind: 'rate', label: { zh: '其中省级承担的比例', en: 'share of the province in that' } },
  },
  parts: [
    {
      instrument: 'risk-compensation',
      items: {
        where: [
          { id: 'kind', place: '湖南省（2025年）', fact: 'loan.kind', noneOf: ['other'] },
          { id: 'term', place: '湖南省（2025年）', fact: 'loan.termMonths', atMost: '3年' },
        ],
      },
      terms: {
        formula: { place: '湖南省（2025年）', value: { borneBy: ['province', 'localGovernment'] } },
        losses: [
          {
            id: 'principal',
            label: { zh: '不良贷款本金或逾期未还本金', en: 'principal of the non-performing loan, or overdue unpaid principal' },
            place: '湖南省（2025年）',
            value: {
              choose: 'first',
              cases: [{ when: { fact: 'loan.kind', is: 'credit' }, value: { fact: 'loan.nplPrincipal' } }],
              otherwise: { fact: 'loan.overduePrincipal' },
            },
            layers: [
              {
                shares: {
                  province: { share: { parameter: 'provinceShare' }, of: { parameter: 'share' } },
                  localGovernment: {
                    excessOf: [{ parameter: 'share' }, { share: { parameter: 'provinceShare' }, of: { parameter: 'share' } }],
                  },
                  lender: 'remainder',
                },
              },
            ],
            remainderTo: {
              value: 'localGovernment',
              reading: {
                zh: '文件未规定尾差：由实施地区承担',
                en: 'The document does not say who bears the odd fen: the implementing area',
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
      recipient: {
        value: 'lender',
        reading: {
          zh: '文件未写明收款方：信用贷款和担保贷款均付给贷款银行',
          en: 'Who is paid is not stated: the lender, of credit loans and of guaranteed loans',
        },
      },
    },
  ],
  notes: [
    {
      zh: '湘工信中小服务〔2026〕59号为2026年的通知',
      en: '湘工信中小服务〔2026〕59号 is a notice of 2026',
    },
    {
      zh: '比例未见于所据文本（第一至四条），由使用者按文件提供',
      en: 'The ratios are not visible in the text at hand (articles 1 to 4): the caller supplies them',
    },
  ],
}

export default policy
