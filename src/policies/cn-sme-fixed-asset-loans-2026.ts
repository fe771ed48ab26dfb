import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.privateSmallOrMedium' | 'borrower.inListedChain' | 'loan.kind'> = {
  id: 'cn-sme-fixed-asset-loans-2026',
  title: {
    zh: '关于实施中小微企业贷款贴息政策的通知',
    en: 'Notice on the interest subsidy for loans to micro, small and medium enterprises',
  },
  number: '财金〔2026〕4号',
  issuer: { zh: '财政部', en: 'Ministry of Finance' },
  issued: '2026-01-19',
  url: 'http://cx.guizhou.gov.cn/toutiaoxinwen/202601/t20260122_89322659.html',
  evidence: 'official',
  status: 'built-in',
  effective: {
    from: '2026-01-01',
    endsWhen: { zh: '政策暂定实施1年', en: 'tentatively one year' },
    decidedBy: { zh: '贷款发放日期', en: 'day of drawdown' },
  },
  facts: {
    'borrower.privateSmallOrMedium': {
      kind: 'yes-no',
      label: { zh: '是否为民营中小微企业', en: 'private micro, small or medium enterprise' },
    },
    'borrower.inListedChain': { kind: 'yes-no', label: { zh: '是否属于通知所列产业链', en: 'in an industrial chain the notice lists' } },
    'loan.kind': {
      kind: 'class',
      label: { zh: '贷款种类', en: 'kind of loan' },
      oneOf: {
        'fixed-asset': { zh: '固定资产贷款', en: 'fixed-asset loan' },
        'policy-finance-tool': { zh: '新型政策性金融工具资金', en: 'money of the new policy-finance tool' },
        other: { zh: '其他', en: 'other' },
      },
    },
  },
  parameters: {
    policyEnd: {
      kind: 'date',
      label: { zh: '政策截止日（当日起发放的贷款不再适用）', en: 'first day whose drawdowns are no longer covered' },
      value: '2027-01-01',
      reading: {
        zh: '政策暂定实施1年：自2026年1月1日起计一年；如延期，请更改本参数',
        en: 'Tentatively one year: counted from 2026-01-01; change this parameter when it is prolonged',
      },
    },
    proration: {
      kind: 'proration',
      label: { zh: '计息办法', en: 'how time is counted' },
      oneOf: ['month/12', 'actual/365', 'actual/360', 'whole-year'],
      value: 'month/12',
      reading: {
        zh: '通知未规定计息办法：按整月除以12，零头天数除以360',
        en: 'The notice does not say how time is counted: whole months over 12, odd days over 360',
      },
    },
  },
  parts: [
    {
      instrument: 'interest-subsidy',
      eligibility: [
        { id: 'private-sme', place: '财金〔2026〕4号', fact: 'borrower.privateSmallOrMedium', is: true },
        { id: 'chain', place: '财金〔2026〕4号', fact: 'borrower.inListedChain', is: true },
      ],
      items: {
        where: [
          { id: 'kind', place: '财金〔2026〕4号', fact: 'loan.kind', oneOf: ['fixed-asset', 'policy-finance-tool'] },
          { id: 'drawdown', place: '财金〔2026〕4号', fact: 'loan.drawdownDate', from: '2026-01-01' },
          {
            id: 'policy-end',
            reading: {
              zh: '政策暂定实施1年：以放款日是否在政策期内为准',
              en: 'Tentatively one year: what counts is whether the drawdown falls within it',
            },
            fact: 'loan.drawdownDate',
            until: { parameter: 'policyEnd' },
          },
          {
            id: 'other-support',
            place: '财金〔2026〕4号',
            label: { zh: '同一笔贷款未享受其他中央财政贴息', en: 'no other central-budget subsidy on the loan' },
            otherSupport: 'none',
            levels: ['central'],
          },
        ],
      },
      terms: {
        formula: { place: '财金〔2026〕4号', value: { interestAt: '1.5个百分点' } },
        principalLimits: [
          {
            place: '财金〔2026〕4号',
            value: { excessOf: ['5000万元', { fact: 'history.principalSupported' }] },
            per: 'applicant',
            order: {
              value: 'drawdown-date',
              reading: {
                zh: '通知未写明多笔贷款占用本金上限的顺序：按放款先后，最后一笔按剩余额度计',
                en: 'The notice names no order of loans: by day of drawdown, the last one for what is left',
              },
            },
          },
        ],
        longest: { place: '财金〔2026〕4号', value: '2年' },
        proration: {
          value: { parameter: 'proration' },
          reading: { zh: '通知未规定计息办法', en: 'The notice does not say how time is counted' },
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
      payers: { place: '财金〔2026〕4号', value: { central: '100%' } },
    },
  ],
  notes: [
    {
      zh: '贴息资金由银行总行与财政部“总对总”预拨、结算、清算；套取资金的予以追回',
      en: 'The money is advanced, settled and finally cleared between the ministry and the banks’ head offices; abuse leads to claw-back',
    },
  ],
}

export default policy
