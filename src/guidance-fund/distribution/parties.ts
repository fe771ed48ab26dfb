import { dividedBy, type Fraction, one, times } from '../../money/fraction.js'
import type { PartySelection } from '../../policy/distribution.js'
import { addParties, type Party, type Shares } from '../../waterfall/parties.js'
import type { Holder } from './facts.js'
import { sharesAmong, weightsOf } from './formula.js'

/** The parties of one fund under a document. */
export interface Parties {
  readonly holders: readonly Holder[]
  /** By what the gain goes to the holders. */
  readonly weights: Shares
  /** Who has the carry: the holder the document's word stands for, or a party that holds nothing. */
  readonly manager: Party
}

export function partiesOf(holders: readonly Holder[], managerWord: string): Parties {
  const [own, another] = namedBy(managerWord, holders)
  return { holders, weights: weightsOf(holders), manager: own === undefined || another !== undefined ? managerWord : own }
}

/** The holders a word of the document stands for: of that name, or of that kind. */
export const namedBy = (word: string, holders: readonly Holder[]): readonly Party[] =>
  holders.filter(({ name, kind }) => name === word || kind === word).map(({ name }) => name)

/** The parties a selection stands for, in the order of the holders where all are meant. */
export function selected(selection: PartySelection | undefined, { holders }: Parties): readonly Party[] {
  const all = holders.map(({ name }) => name)
  if (selection === undefined) return all
  if ('except' in selection) {
    const out = selection.except.flatMap((word) => namedBy(word, holders))
    return all.filter((name) => !out.includes(name))
  }
  return [...new Set(selection.flatMap((word) => namedBy(word, holders)))]
}

/** Shares by the words of a document as shares of the parties they stand for, of a whole. */
export function spread(shares: Shares, whole: Fraction, parties: Parties): Shares {
  const spreadOut = Object.entries(shares).flatMap(([word, share]) => {
    const named = namedBy(word, parties.holders)
    const inside = sharesAmong(named, parties.weights) ?? { [named[0] ?? word]: one }
    return Object.entries(inside).map(([party, part]): Shares => ({ [party]: dividedBy(times(share, part), whole) }))
  })
  return addParties(spreadOut)
}
