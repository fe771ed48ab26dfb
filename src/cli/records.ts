import type { CalculationRecord } from '../record/index.js'
import { verify } from '../record/index.js'
import { UsageError } from './failure.js'
import { jsonOf } from './files.js'
import { both } from './language.js'

/** What leaves a record as it was made: another version may answer otherwise. */
const STANDS = new Set(['engine-changed-amount', 'engine-changed-explanation', 'not-recomputed'])

/** A record of a file; wrong usage where it is none, or was altered. */
export async function recordIn(path: string): Promise<CalculationRecord> {
  const value = await jsonOf(path)
  const refused = verify(value).findings.filter(({ code }) => !STANDS.has(code))
  if (refused.length > 0) throw new UsageError(both(`${path} 不是完好的测算记录`, `${path} is no record, or was altered`), refused)
  return value as CalculationRecord
}
