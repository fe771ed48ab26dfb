import { allocate } from '../money/allocation.js'
import { type Decimal, ZERO } from '../money/decimal.js'
import { isZero, one } from '../money/fraction.js'
import { moneyText } from '../money/rounding.js'
import type { Recipient } from '../policy/policy.js'
import type { PartResult } from './assess.js'
import type { RecipientAnswer } from './assessment.js'
import type { CompiledPart } from './compile.js'
import type { Context, Item } from './context.js'
import { sourceOf } from './scope.js'

/** Who is paid for an item. */
export interface PaidTo {
  readonly recipient: Recipient
  readonly name: string | undefined
}

/** Who is paid for each item that counts, where the document pays different ones; undefined while that is unknown. */
export function recipientsOf({ recipients }: CompiledPart, context: Context): ReadonlyMap<Item, PaidTo> | undefined {
  const paid = new Map<Item, PaidTo>()
  if (recipients.length === 0) return paid
  let unknown = false
  for (const item of context.items) {
    context.item = item
    const results = recipients.map(({ when }) => (when === undefined ? true : when.test(context)))
    const index = results.findIndex((applies) => applies !== false)
    const found = results[index] === true ? recipients[index] : undefined
    const name = found?.named?.(context) as string | undefined
    if (found === undefined || (found.named !== undefined && name === undefined)) unknown = true
    else paid.set(item, { recipient: found.recipient, name })
  }
  context.item = undefined
  return unknown ? undefined : paid
}

/** What each recipient gets: the amount in proportion to what its items bring. */
export function sharesOfRecipients({ recipients, amounts, compiled: { part }, id }: PartResult, total: Decimal): RecipientAnswer[] {
  if (recipients.size === 0 || part.recipient === undefined) return []
  const weights = [...recipients.keys()].map((item) => amounts.get(item) ?? one)
  const shares = allocate(total, weights.every(isZero) ? weights.map(() => one) : weights)
  const groups = new Map<string, { readonly to: PaidTo; readonly items: string[]; amount: Decimal }>()
  for (const [index, [item, to]] of [...recipients].entries()) {
    const key = JSON.stringify([to.recipient, to.name])
    const group = groups.get(key) ?? { to, items: [], amount: ZERO }
    groups.set(key, group)
    group.items.push(item.id)
    group.amount = group.amount.plus(shares[index] as Decimal)
  }
  const source = sourceOf(part.recipient)
  return [...groups.values()].map(({ to: { recipient, name }, items: of, amount }) => ({
    recipient,
    ...(name === undefined ? {} : { name }),
    amount: moneyText(amount),
    items: of,
    source,
    ...(id === undefined ? {} : { part: id }),
  }))
}
