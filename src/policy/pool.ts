import type { Printed } from './quantity.js'
import type { Sourced } from './source.js'

/** A figure a pool goes by: printed, or given as a parameter. */
export type PoolFigure = Printed | { readonly parameter: string }

/** A word of the document, or the parameter that gives it. */
export type PoolWord<Value extends string> = Value | { readonly parameter: string }

/** What a document fixes of a pool over time (资金池): who pays in, what it must carry, and what is done when it is not enough. */
export interface PoolTerms {
  /** In which parts the funders pay in: shares that sum to one, or a ratio of plain numbers (1:1 is `'1'` and `'1'`). */
  readonly funding: Sourced<{ readonly [funder: string]: Printed } | { readonly parameter: string }>
  /** Claims the money does not cover wait in a queue, share what is left with those of the same day, or are refused. */
  readonly shortfall: Sourced<PoolWord<'queue' | 'pro-rata' | 'refuse'>>
  /** Interest on the account stays in the pool, or goes back to the funders. */
  readonly interest: Sourced<PoolWord<'stays' | 'returned'>>
  /** What becomes of the balance, and of what waits in the queue, at the end of a year. */
  readonly yearEnd: Sourced<{ readonly balance: PoolWord<'carried' | 'returned'>; readonly queue: PoolWord<'carried' | 'lapses'> }>
  /** The loans as a multiple of the pool's balance, or of the deposit: what the funders have paid in. */
  readonly leverage?: Sourced<
    ({ readonly atMost: PoolFigure } | { readonly atLeast: PoolFigure }) & { readonly of: PoolWord<'pool' | 'deposit'> }
  >
  /** The most that is paid in one year, however much the pool holds. */
  readonly annualPot?: Sourced<PoolFigure>
  /** Below which balance the pool is replenished, and up to which. */
  readonly replenishment?: Sourced<{ readonly below?: PoolFigure; readonly to?: PoolFigure }>
}
