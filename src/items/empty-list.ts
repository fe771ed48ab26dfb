import type { Facts } from '../assessment/context.js'

const LISTS = ['loans', 'policies', 'deals']

/** Whether a list of items is empty and no other list has an item in its place: an enterprise may have loans and no insurance policies. */
export const isEmptyAlone = (facts: Facts, list: string): boolean =>
  lengthOf(facts, list) === 0 && !LISTS.some((other) => (lengthOf(facts, other) ?? 0) > 0)

const lengthOf = (facts: Facts, list: string): number | undefined => (facts[list] as readonly unknown[] | undefined)?.length
