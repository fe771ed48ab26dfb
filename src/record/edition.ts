import { isCalendarDate } from '../dates/calendar-date.js'
import type { Policy } from '../policy/policy.js'

/** The two days that decide which edition of a document holds. */
export interface TwoDates {
  /** The day the document speaks of: of drawdown, of purchase, of application, as the document says. */
  readonly event: string
  /** The day on which it is asked: an edition issued later is not known. */
  readonly knownOn: string
}

/**
 * The edition of a document that holds for an event, as known on a day.
 *
 * Of the editions issued by then and in force on the day of the event (`effective.from` included, `until` not), the one that none of the others
 * replaces: an amendment that reaches back holds from the day it is issued, for events before it as well. An edition whose day of issue is not
 * stated counts as known. Undefined where none holds. RangeError for a day that does not exist, or where two hold and neither replaces the other.
 */
export function editionFor(editions: readonly Policy[], { event, knownOn }: TwoDates): Policy | undefined {
  for (const [name, day] of Object.entries({ event, knownOn }))
    if (!isCalendarDate(day)) throw new RangeError(`${name}: expected a day such as "2026-03-31", received ${JSON.stringify(day)}`)
  const inForce = editions.filter(
    ({ issued = knownOn, effective: { from = event, until } }) =>
      issued <= knownOn && from <= event && (until === undefined || event < until),
  )
  const replaced = new Set(inForce.flatMap(({ replaces = [] }) => replaces))
  const [found, other] = inForce.filter(({ id }) => !replaced.has(id))
  if (other !== undefined)
    throw new RangeError(
      `editions: expected one that holds on ${event}, found ${found?.id} and ${other.id}: state which replaces the other`,
    )
  return found
}
