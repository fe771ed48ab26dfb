/**
 * The benchmark lending rates (贷款基准利率) and the one-year deposit rate (一年期存款基准利率) of the People's Bank of China, one row per
 * adjustment: first day in force, up to 6 months, 1 year, 3 years, 5 years, above 5 years, deposit, source.
 *
 * Percent a year. From 2014-11-22 there are three tenors (up to 1 year, 1 to 5 years, above 5 years), written here in all the columns they
 * cover. The last adjustment was never repealed: contracts that name the benchmark rate still resolve to it. `*` marks a value found in one
 * table only; the source counts tables (`3t`).
 */
export const BENCHMARK_TABLE = `
1999-06-10 5.58 5.85 5.94 6.03 6.21 2.25* 2t
2002-02-21 5.04 5.31 5.49 5.58 5.76 1.98 3t
2004-10-29 5.22 5.58 5.76 5.85 6.12 2.25 3t
2006-04-28 5.40 5.85 6.03 6.12 6.39 2.25 3t
2006-08-19 5.58 6.12 6.30 6.48 6.84 2.52 3t
2007-03-18 5.67 6.39 6.57 6.75 7.11 2.79 3t
2007-05-19 5.85 6.57 6.75 6.93 7.20 3.06 3t
2007-07-21 6.03 6.84 7.02 7.20 7.38 3.33 3t
2007-08-22 6.21 7.02 7.20 7.38 7.56 3.60 3t
2007-09-15 6.48 7.29 7.47 7.65 7.83 3.87 3t
2007-12-21 6.57* 7.47 7.56 7.74 7.83 4.14* 3t
2008-09-16 6.21* 7.20 7.29 7.56 7.74 4.14* 3t
2008-10-09 6.12* 6.93 7.02 7.29 7.47 3.87* 3t
2008-10-30 6.03 6.66 6.75 7.02 7.20 3.60* 3t
2008-11-27 5.04 5.58 5.67 5.94 6.12 2.52* 3t
2008-12-23 4.86 5.31 5.40 5.76 5.94 2.25* 3t
2010-10-20 5.10 5.56 5.60 5.96 6.14 2.50* 3t
2010-12-26 5.35 5.81 5.85 6.22 6.40 2.75* 3t
2011-02-09 5.60 6.06 6.10 6.45 6.60 3.00* 3t
2011-04-06 5.85 6.31 6.40 6.65 6.80 3.25 3t
2011-07-07 6.10 6.56 6.65 6.90 7.05 3.50 3t
2012-06-08 5.85 6.31 6.40 6.65 6.80 3.25 2t
2012-07-06 5.60 6.00 6.15 6.40 6.55 3.00 3t
2014-11-22 5.60 5.60 6.00 6.00 6.15 2.75* 2t
2015-03-01 5.35 5.35 5.75 5.75 5.90 2.50 2t
2015-05-11 5.10 5.10 5.50 5.50 5.65 2.25* 2t
2015-06-28 4.85 4.85 5.25 5.25 5.40 2.00 2t
2015-08-26 4.60 4.60 5.00 5.00 5.15 1.75 3t
2015-10-24 4.35 4.35 4.75 4.75 4.90 1.50 2t
`

/** The day the five lending tenors became three. */
export const THREE_TENORS_FROM = '2014-11-22'
