import type { Labels } from '../assessment/explain.js'

/** How each value of an interest-subsidy worksheet reads. */
export const LABELS: Labels = {
  countedPrincipal: { zh: '计入本金', en: 'counted principal' },
  periodStart: { zh: '计息起日', en: 'first day that counts' },
  periodEnd: { zh: '计息止日（不含）', en: 'end of the counted time (excluded)' },
  countedDays: { zh: '计入天数', en: 'counted days' },
  countedMonths: { zh: '计入月数', en: 'counted months' },
  referenceRate: { zh: '参考利率', en: 'reference rate' },
  countedRate: { zh: '计入利率', en: 'counted rate' },
  ceilingRate: { zh: '利率上限', en: 'ceiling rate' },
  appliedRate: { zh: '适用贴息率', en: 'applied rate' },
  countedInterest: { zh: '计入利息', en: 'counted interest' },
  benchmarkInterest: { zh: '按基准利率计算的利息', en: 'interest at the benchmark rate' },
  netAnnualRate: { zh: '补贴后年利率', en: 'annual rate after the subsidy' },
}
