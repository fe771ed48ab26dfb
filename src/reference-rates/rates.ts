/** A reference rate by its published name. `lpr-5y-plus` is the tenor "5 years and above" (5年期以上), not "5 years". */
export type ReferenceRate =
  | 'lpr-1y'
  | 'lpr-5y-plus'
  | 'benchmark-6m'
  | 'benchmark-1y'
  | 'benchmark-3y'
  | 'benchmark-5y'
  | 'benchmark-over-5y'
  | 'deposit-1y'

/** The name of each reference rate as a document prints it. A benchmark tenor includes its longest term: exactly one year is `benchmark-1y`. */
export const REFERENCE_RATES: Readonly<Record<ReferenceRate, { readonly zh: string; readonly en: string }>> = {
  'lpr-1y': { zh: '一年期LPR', en: '1-year LPR' },
  'lpr-5y-plus': { zh: '五年期以上LPR', en: '5-years-and-above LPR' },
  'benchmark-6m': { zh: '六个月以内贷款基准利率', en: 'benchmark lending rate up to 6 months' },
  'benchmark-1y': { zh: '一年以内贷款基准利率', en: 'benchmark lending rate up to 1 year' },
  'benchmark-3y': { zh: '一至三年贷款基准利率', en: 'benchmark lending rate above 1 and up to 3 years' },
  'benchmark-5y': { zh: '三至五年贷款基准利率', en: 'benchmark lending rate above 3 and up to 5 years' },
  'benchmark-over-5y': { zh: '五年以上贷款基准利率', en: 'benchmark lending rate above 5 years' },
  'deposit-1y': { zh: '一年期存款基准利率', en: '1-year benchmark deposit rate' },
}
