import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.class' | 'loan.inRenminbi'> = {
  id: 'guangdong-specialised-sme-2026',
  title: { zh: '广东省专精特新中小企业贷款贴息（2026年）', en: 'Interest subsidy for specialized-and-new SMEs, Guangdong (2026 round)' },
  issuer: { zh: '广东省', en: 'Guangdong province' },
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.class': {
      kind: 'class',
      label: { zh: '企业类别', en: 'class of enterprise' },
      oneOf: {
        'specialized-sme': { zh: '专精特新中小企业（非国家级“小巨人”）', en: 'specialized-and-new SME, not a national little giant' },
        'little-giant': { zh: '国家级专精特新“小巨人”企业', en: 'national little giant' },
        other: { zh: '其他', en: 'other' },
      },
    },
    'loan.inRenminbi': { kind: 'yes-no', label: { zh: '是否人民币贷款', en: 'loan in renminbi' } },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'class', place: '2026年申报通知', fact: 'borrower.class', oneOf: ['specialized-sme', 'little-giant'] },
        { id: 'little-giant', place: '2026年申报通知', fact: 'borrower.class', noneOf: ['little-giant'] },
        { id: 'once-only', place: '2026年申报通知', fact: 'borrower.receivedBefore', is: false },
        {
          id: 'minimum',
          place: '2026年申报通知',
          label: { zh: '贴息期内利息合计不低于30万元', en: 'interest of at least 300,000 yuan in the window' },
          value: {
            name: 'interestInWindow',
            label: { zh: '贴息期内利息合计', en: 'interest in the window' },
            total: { fact: 'loan.interestPaid' },
          },
          atLeast: '30万元',
        },
      ],
      items: { where: [{ id: 'currency', place: '2026年申报通知', fact: 'loan.inRenminbi', is: true }] },
      terms: {
        formula: {
          place: '2026年申报通知',
          value: {
            share: '50%',
            of: { name: 'countedInterest', label: { zh: '贴息期内的利息', en: 'interest in the window' }, fact: 'loan.interestPaid' },
          },
        },
        windows: [{ place: '2026年申报通知', value: { from: '2024-05-01', through: '2025-04-30' } }],
        interest: {
          value: { kinds: ['normal'], by: 'period' },
          reading: {
            zh: '按银行付息凭证所属期间计算；通知未写明罚息、复利是否计入：仅计正常利息',
            en: 'By the period of the bank slips; the notice does not say whether penalty and compound interest count: ordinary interest only',
          },
        },
      },
      limits: [{ id: 'cap', place: '2026年申报通知', cap: '100万元', per: 'applicant' }],
      meaning: { value: 'at-most', place: '2026年申报通知' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [{ zh: '由各地市对申报企业排序后推荐', en: 'The cities rank the applicants' }],
}

export default policy
