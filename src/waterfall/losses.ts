import { type Fraction, isZero, one } from '../money/fraction.js'
import { type LayersWorksheet, throughLayers } from './layers.js'
import { inProportion, notNegative, type Party, type Shares, sumOf } from './parties.js'

/**
 * A fund's loss by rule, limited to contributions: the groups bear it in order, each up to what it paid in and in proportion to it.
 *
 * One group of all parties is pro rata; `[['manager'], ['central', 'others']]` lets the manager bear first. What exceeds all contributions is left.
 *
 * RangeError for a negative amount, or a party that is in no group or in several.
 */
export function lossByRule(loss: Fraction, contributions: Shares, groups: readonly (readonly Party[])[]): LayersWorksheet {
  notNegative(contributions, 'a contribution')
  const named = groups.flat()
  if (new Set(named).size !== named.length || Object.keys(contributions).some((party) => !named.includes(party)))
    throw new RangeError(`expected every party in one group, received ${groups.map((group) => group.join(', ')).join('; ')}`)
  const layers = groups.flatMap((group) => {
    const paidIn: Shares = Object.fromEntries(Object.entries(contributions).filter(([party]) => group.includes(party)))
    const limit = sumOf(Object.values(paidIn))
    return isZero(limit) ? [] : [{ limit, shares: inProportion(one, paidIn) }]
  })
  return throughLayers(loss, layers)
}
