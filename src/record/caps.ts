import type { Message } from '../assessment/errors.js'
import { decimalOf } from '../money/decimal.js'
import { moneyText } from '../money/rounding.js'
import type { Policy } from '../policy/policy.js'
import type { MaybeSource, Text } from '../policy/source.js'
import { messageOf } from './fact-at.js'
import { type JsonPath, pathText, replacedAt } from './json-path.js'
import type { CalculationInput } from './record.js'
import { trialOf } from './trial.js'

/** What one cap, least amount or stacking rule of the document takes off the amount. */
export interface CapCost {
  /** Where it stands in the document: `parts[0].limits[1]`. */
  readonly about: string
  readonly id?: string
  readonly label: Message
  readonly source: MaybeSource
  /** The amount without it, all else the same. */
  readonly without: string
  /** `without` less the amount: what it costs. */
  readonly cost: string
}

export interface CapCosts {
  readonly caps: readonly CapCost[]
  /** The amount without any of them: two that bind at once cost nothing one by one. */
  readonly withoutAll: string
}

type Node = MaybeSource & { readonly id?: string; readonly label?: Text }

/** What each limit of the document costs: limits on the amount, on the principal, on the premium rate and on the time that counts. */
export function capCosts(input: CalculationInput, amount: string): CapCosts {
  const places = placesOf(input.policy)
  const amountWithout = (paths: readonly JsonPath[]): string | undefined => {
    try {
      // From the last on, so that those before keep their places.
      const policy = paths.reduceRight<unknown>((document, path) => replacedAt(document, path, undefined), input.policy) as Policy
      return trialOf({ ...input, policy }).given.amount
    } catch {
      return undefined
    }
  }
  const costOf = (without: string): string => moneyText(decimalOf(without).minus(decimalOf(amount)))
  const caps = places.flatMap(({ path, node, name }): CapCost[] => {
    const without = amountWithout([path])
    if (without === undefined || costOf(without) === '0.00') return []
    const { id, label, article, place, reading } = node
    const source = article !== undefined ? { article } : place !== undefined ? { place } : reading !== undefined ? { reading } : {}
    return [
      {
        about: pathText(path),
        ...(id === undefined ? {} : { id }),
        label: label === undefined ? name : messageOf(label),
        source,
        without,
        cost: costOf(without),
      },
    ]
  })
  return { caps, withoutAll: amountWithout(places.map(({ path }) => path)) ?? amount }
}

const NAMES = {
  limits: { zh: '限额', en: 'limit' },
  principalLimits: { zh: '本金限额', en: 'limit on principal' },
  premiumRateLimit: { zh: '保险费率上限', en: 'limit on the premium rate' },
  longest: { zh: '最长计入时间', en: 'longest time that counts' },
} as const

interface Place {
  readonly path: JsonPath
  readonly node: Node
  readonly name: Message
}

function placesOf({ parts, limits = [] }: Policy): readonly Place[] {
  const listed = (list: readonly Node[] | undefined, at: JsonPath, name: Message): readonly Place[] =>
    (list ?? []).map((node, index) => ({ path: [...at, index], node, name }))
  return [
    ...parts.flatMap((part, index) => {
      const terms = part.terms as { readonly [key: string]: unknown }
      const single = (key: 'longest' | 'premiumRateLimit'): readonly Place[] =>
        terms[key] === undefined ? [] : [{ path: ['parts', index, 'terms', key], node: terms[key] as Node, name: NAMES[key] }]
      return [
        ...listed(part.limits, ['parts', index, 'limits'], NAMES.limits),
        ...listed(
          terms['principalLimits'] as readonly Node[] | undefined,
          ['parts', index, 'terms', 'principalLimits'],
          NAMES.principalLimits,
        ),
        ...single('longest'),
        ...single('premiumRateLimit'),
      ]
    }),
    ...listed(limits, ['limits'], NAMES.limits),
  ]
}
