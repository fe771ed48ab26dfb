import { compileAs } from '../assessment/bounds.js'
import { type CompiledClause, compileClauses } from '../assessment/clause.js'
import { mustHaveSource } from '../assessment/compile.js'
import type { Context } from '../assessment/context.js'
import {
  behind,
  type Compiled,
  type CompileNode,
  fault,
  parameterAt,
  plain,
  type Scope,
  sourceOf,
  within,
  wordAt,
} from '../assessment/scope.js'
import { compare, type Fraction, fractionText, higher, isNegative, isZero, minus, one, plus, zero } from '../money/fraction.js'
import { inOrder } from '../policy/parties.js'
import type { Loss, LossLayer, Share } from '../policy/policy.js'
import type { Printed } from '../policy/quantity.js'
import type { MaybeSource, Text } from '../policy/source.js'
import { type Layer, type LayersWorksheet, throughLayers } from '../waterfall/layers.js'
import { amountOf, type Party, type Shares, sumOf } from '../waterfall/parties.js'

/** A kind of loss, ready to be shared. */
export interface CompiledLoss {
  readonly id: string
  readonly label: Text | undefined
  readonly source: MaybeSource
  /** Everyone who may bear a part of it; none where the shares are a parameter that has not been supplied. */
  readonly parties: readonly Party[]
  readonly oddFenTo: Party | undefined
  /** What each party bears, exactly, of the item at hand or of the applicant. */
  readonly bear: (context: Context) => LayersWorksheet | undefined
}

export function compileLosses(losses: readonly Loss[], scope: Scope): readonly CompiledLoss[] {
  const ids = losses.map(({ id }) => id)
  return losses.map((loss, index) => {
    const inside = within(scope, index, loss)
    if (ids.indexOf(loss.id) !== index) fault(within(inside, 'id'), 'duplicate', loss.id)
    return compileLoss(loss, inside)
  })
}

function compileLoss(loss: Loss, scope: Scope): CompiledLoss {
  mustHaveSource(loss, scope)
  const value = compileAs(loss.value, 'amount', within(scope, 'value'))
  const layers = loss.layers.map((layer, index) => compileLayer(layer, within(within(scope, 'layers'), index, layer)))
  checkLayers(layers, within(scope, 'layers'))
  const parties = [...new Set(layers.flatMap((layer) => layer.parties))]
  const oddFenTo = loss.remainderTo === undefined ? undefined : wordAt(loss.remainderTo, within(scope, 'remainderTo'))
  if (oddFenTo !== undefined && parties.length > 0 && !parties.includes(oddFenTo))
    fault(within(scope, 'remainderTo'), 'unknown-party', oddFenTo, parties.join(', '))
  return {
    id: loss.id,
    label: loss.label,
    source: sourceOf(loss),
    parties,
    oddFenTo,
    bear: (context) => {
      const whole = value.evaluate(context)
      const filled = layersFor(layers, context)
      if (whole === undefined || filled === undefined) return undefined
      const worksheet = throughLayers(higher(whole, zero), filled)
      if (isZero(worksheet.left)) return worksheet
      holderOf(context).notCovered ??= { path: scope.path, source: scope.source }
      return undefined
    },
  }
}

const holderOf = (context: Context): Pick<Context, 'notCovered'> => context.item ?? context

interface CompiledLayer {
  readonly when: CompiledClause | undefined
  readonly upTo: Compiled | undefined
  readonly parties: readonly Party[]
  readonly shares: (context: Context) => Shares | undefined
}

function compileLayer(layer: LossLayer, scope: Scope): CompiledLayer {
  const inside = behind(scope, true, layer.when)
  return {
    when: layer.when === undefined ? undefined : compileClauses(layer.when, within(scope, 'when')),
    upTo: layer.upTo === undefined ? undefined : compileAs(layer.upTo, 'amount', within(inside, 'upTo')),
    ...compileShares(layer.shares, within(inside, 'shares')),
  }
}

/** Layers that are always there must each reach further than the one before, and the one that takes the rest is the last. */
function checkLayers(layers: readonly CompiledLayer[], scope: Scope): void {
  let reached: Fraction | undefined
  let taken = false
  layers.forEach(({ when, upTo }, index) => {
    const inside = within(scope, index)
    if (taken) fault(inside, 'order', undefined, 'layers')
    if (when !== undefined) return
    const end = upTo?.constant
    if (end !== undefined && reached !== undefined && compare(end, reached) <= 0)
      fault(within(inside, 'upTo'), 'overlap', undefined, 'layers')
    reached = end ?? reached
    taken ||= upTo === undefined
  })
}

/** The layers that are there, through the first without an end; undefined while that is unknown. */
function layersFor(layers: readonly CompiledLayer[], context: Context): readonly Layer[] | undefined {
  const filled: Layer[] = []
  let reached = zero
  let unknown = false
  for (const { when, upTo, shares: sharesOf } of layers) {
    const applies = when === undefined ? true : when.test(context)
    if (applies === undefined) return undefined
    if (!applies) continue
    const shares = sharesOf(context)
    const end = upTo?.evaluate(context)
    if (shares === undefined || (upTo !== undefined && end === undefined)) unknown = true
    else if (end === undefined) filled.push({ shares })
    else {
      filled.push({ limit: higher(minus(end, reached), zero), shares })
      reached = higher(end, reached)
    }
    if (upTo === undefined) break
  }
  return unknown ? undefined : filled
}

function compileShares(written: LossLayer['shares'], scope: Scope): Pick<CompiledLayer, 'parties' | 'shares'> {
  const entries = Object.entries(inOrder(tableOf(written, scope)))
  const stated = entries.flatMap(([party, share]) =>
    share === 'remainder' ? [] : [[party, compileAs(share, 'rate', within(scope, party))] as const],
  )
  const rest = entries.find(([, share]) => share === 'remainder')?.[0]
  if (entries.length - stated.length > 1) fault(scope, 'shares', written, 'remainders')
  const constants = stated.flatMap(([, { kind, constant }]) => (plain(kind) && constant !== undefined ? [constant] : []))
  const fixed = constants.length === stated.length
  const excessive = (shares: readonly Fraction[]): boolean => shares.some(isNegative) || compare(sumOf(shares), one) > 0
  const inconsistent = (shares: readonly Fraction[]): boolean =>
    excessive(shares) || (rest === undefined && compare(sumOf(shares), one) !== 0)
  if (fixed ? entries.length > 0 && inconsistent(constants) : excessive(constants)) fault(scope, 'shares', written, 'loss')
  const complete = (shares: Shares): Shares =>
    rest === undefined ? shares : { ...shares, [rest]: minus(one, sumOf(Object.values(shares))) }
  const always = fixed ? complete(Object.fromEntries(stated.map(([party], index) => [party, constants[index] as Fraction]))) : undefined
  return {
    parties: entries.map(([party]) => party),
    shares: (context) => {
      if (always !== undefined) return always
      const values = stated.map(([party, share]) => [party, share.evaluate(context)] as const)
      if (values.some(([, value]) => value === undefined)) return undefined
      const shares = Object.fromEntries(values as readonly (readonly [Party, Fraction])[])
      if (!inconsistent(Object.values(shares))) return complete(shares)
      holderOf(context).notCovered ??= {
        path: scope.path,
        source: scope.source,
        conflict: { parties: Object.keys(shares), sum: fractionText(sumOf(Object.values(shares))) },
      }
      return undefined
    },
  }
}

/** The shares as written, or those of a parameter: none where it has not been supplied. */
function tableOf(written: LossLayer['shares'], scope: Scope): { readonly [party: string]: Share } {
  if (!('parameter' in written)) return written
  const parameter = parameterAt(written['parameter'] as string, scope)
  if (parameter !== undefined && parameter.kind !== 'shares') fault(scope, 'kind', written['parameter'], 'shares-parameter')
  return parameter?.kind === 'shares' ? ((parameter.value ?? {}) as { readonly [party: string]: Printed }) : {}
}

/** Every party a quantity takes what it bears of. */
export function bearersIn(quantity: unknown): readonly Party[] {
  if (typeof quantity !== 'object' || quantity === null) return []
  return Object.entries(quantity).flatMap(([key, inner]) => (key === 'borneBy' ? (inner as readonly Party[]) : bearersIn(inner)))
}

/** `borneBy`: what some parties bear of the losses at hand. */
export const borneNode =
  (losses: readonly CompiledLoss[], entry: string | undefined): CompileNode =>
  (node, scope) => {
    const { borneBy } = node as { readonly borneBy: readonly Party[] }
    const inside = within(scope, 'borneBy')
    if (losses.length === 0) return fault(inside, 'absent', borneBy, 'losses')
    if (scope.entry !== entry) return fault(inside, 'out-of-reach', borneBy)
    const known = losses.flatMap((loss) => loss.parties)
    const strangers = known.length === 0 ? [] : borneBy.filter((party) => !known.includes(party))
    for (const party of strangers) fault(inside, 'unknown-party', party, [...new Set(known)].join(', '))
    return {
      kind: 'amount',
      evaluate: (context) => {
        let sum: Fraction | undefined = zero
        for (const { bear } of losses) {
          const borne = bear(context)?.parties
          sum =
            sum === undefined || borne === undefined ? undefined : borneBy.reduce((all, party) => plus(all, amountOf(borne, party)), sum)
        }
        return sum
      },
    }
  }
