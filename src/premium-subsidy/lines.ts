import type { Labels } from '../assessment/explain.js'

/** How each value of a premium-subsidy worksheet reads. */
export const LABELS: Labels = {
  countedPrincipal: { zh: '计入本金', en: 'counted principal' },
  countedInsuredAmount: { zh: '计入保险金额', en: 'counted insured amount' },
  countedPremium: { zh: '计入保险费', en: 'counted premium' },
  premiumCeiling: { zh: '按费率上限计算的保险费', en: 'premium at the highest rate that counts' },
  participationYear: { zh: '参保年度（第几年）', en: 'year of participation' },
  coverFrom: { zh: '计入保险期间起日', en: 'first day of cover that counts' },
  coverUntil: { zh: '计入保险期间止日（不含）', en: 'end of the cover that counts (excluded)' },
  periodStart: { zh: '计息起日', en: 'first day that counts' },
  periodEnd: { zh: '计息止日（不含）', en: 'end of the counted time (excluded)' },
  countedMonths: { zh: '计入月数', en: 'counted months' },
  countedDays: { zh: '计入天数', en: 'counted days' },
  appliedRate: { zh: '适用补贴比例', en: 'applied rate of subsidy' },
}
