import type { Labels } from '../assessment/explain.js'

/** How each value of a worksheet of this instrument reads. */
export const LABELS: Labels = {}
