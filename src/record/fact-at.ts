import { tablesOf, textIn } from '../assessment/compile.js'
import type { Message } from '../assessment/errors.js'
import { type FactDefinition, factsOf } from '../assessment/scope.js'
import { instrumentsOf } from '../document/instruments.js'
import type { Policy } from '../policy/policy.js'
import type { Text } from '../policy/source.js'
import { FACT_LISTS } from '../policy/standard-facts.js'
import { type JsonPath, pathText } from './json-path.js'

/** The fact that stands at a path, by the document that declares it, else by its standard name. */
export function factAtPath(path: JsonPath, policy: Policy): FactDefinition | undefined {
  const [group, key] = path.filter((step) => typeof step === 'string').slice(-2)
  if (group === undefined) return undefined
  const entry = Object.entries(FACT_LISTS).find(([, list]) => list === group || list.endsWith(`.${group}`))?.[0] ?? group
  return factsOf(policy, tablesOf(instrumentsOf(policy))).get(key === undefined ? group : `${entry}.${key}`)
}

/** What a fact is called, with where it stands. */
export function factLabel(path: JsonPath, policies: readonly Policy[]): Message {
  const at = pathText(path)
  const label = policies.map((policy) => factAtPath(path, policy)?.label).find((one) => one !== undefined)
  return label === undefined ? { zh: at, en: at } : { zh: `${textIn(label, 'zh')}（${at}）`, en: `${textIn(label, 'en')} (${at})` }
}

export const messageOf = (text: Text): Message => ({ zh: textIn(text, 'zh'), en: textIn(text, 'en') })
