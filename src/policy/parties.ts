/** What the parties of a document are called, in their order: it decides wherever a document gives none. */
export const PARTIES: { readonly [party: string]: { readonly zh: string; readonly en: string } } = {
  central: { zh: '中央财政', en: 'central government' },
  province: { zh: '省级财政', en: 'province' },
  city: { zh: '市级财政', en: 'city' },
  district: { zh: '区级财政', en: 'district' },
  county: { zh: '县级财政', en: 'county' },
  local: { zh: '地方政府', en: 'local government' },
  localGovernment: { zh: '地方政府', en: 'local government' },
  districtFinance: { zh: '注册地区级财政', en: 'finance of the district of registration' },
  pool: { zh: '风险补偿资金池', en: 'risk-compensation pool' },
  guidance: { zh: '引导基金', en: 'guidance fund' },
  mutualFund: { zh: '互助担保金', en: 'mutual-guarantee money' },
  bank: { zh: '银行', en: 'bank' },
  lender: { zh: '贷款银行', en: 'lender' },
  guarantor: { zh: '担保机构', en: 'guarantor' },
  localGuarantor: { zh: '市县担保机构', en: 'local guarantor' },
  provincialReGuarantor: { zh: '省级再担保机构', en: 'provincial re-guarantor' },
  provincial: { zh: '省级再担保机构', en: 'provincial re-guarantor' },
  reGuarantor: { zh: '再担保机构', en: 're-guarantor' },
  nationalFund: { zh: '国家融资担保基金', en: 'National Financing Guarantee Fund' },
  insurer: { zh: '保险公司', en: 'insurer' },
  manager: { zh: '管理人', en: 'manager' },
  investors: { zh: '出资人', en: 'investors' },
  claimant: { zh: '申请补偿的机构', en: 'claimant' },
  others: { zh: '其他各方', en: 'others' },
  'not-stated': { zh: '文件未明确的承担方', en: 'a party the document does not state' },
}

const ORDER = /* @__PURE__ */ (() => new Map(Object.keys(PARTIES).map((party, index) => [party, index])))()

/** What parties have, in the order of the parties; those of a document's own come after, by name. */
export function inOrder<Value>(parties: { readonly [party: string]: Value }): { readonly [party: string]: Value } {
  const place = (party: string): number => ORDER.get(party) ?? ORDER.size
  const entries = Object.entries(parties)
  return Object.fromEntries(entries.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)))
}
