// The library, loaded piece by piece: a document when it is chosen, an instrument when a document needs it.

const documents = import.meta.glob('/node_modules/subvention/dist/policies/*.js', { import: 'default' })

const INSTRUMENTS = {
  'interest-subsidy': () => import('subvention/interest-subsidy'),
  'risk-compensation': () => import('subvention/risk-compensation'),
  'premium-subsidy': () => import('subvention/premium-subsidy'),
  'guidance-fund': () => import('subvention/guidance-fund'),
}

export const loadDocument = (id) => documents[`/node_modules/subvention/dist/policies/${id}.js`]()

/** What assesses a document: its instrument, or all of them where it has parts of several. */
export async function loadInstrument({ instruments }) {
  const [name, ...more] = instruments
  return more.length === 0 ? INSTRUMENTS[name]() : import('subvention')
}

/** A template with its open values given. */
export async function withParameters(policy, parameters) {
  const { withParameters: given } = await import('subvention')
  return given(policy, parameters)
}

/** The calculation sheet of a case. */
export async function sheetOf(input, language) {
  const { record, sheetHtml } = await import('subvention/record')
  // The body alone: the page has the sheet's style in a file of its own, since its policy allows none in the text.
  return /<body>([\s\S]*)<\/body>/.exec(sheetHtml(record(input), { language }))[1]
}

/** A case that is open: the document, what assesses it, and its form. */
export async function openDocument(entry, parameters) {
  const [printed, instrument] = await Promise.all([loadDocument(entry.id), loadInstrument(entry)])
  const policy = Object.keys(parameters).length === 0 ? printed : await withParameters(printed, parameters)
  const rules = instrument.rulesOf?.(policy) ?? []
  const open = Object.entries(policy.parameters ?? {}).filter(
    ([, { value, neededWhen }]) => value === undefined && isNeeded(policy, neededWhen),
  )
  return {
    entry,
    policy,
    rules,
    open: open.map(([name]) => name),
    schema: (rule) => instrument.factsSchema(policy, rule === undefined ? {} : { rule }),
    read: (facts, others) => instrument.safeParseFacts([policy, ...others], facts),
    assess: (facts, rule) => (rule === undefined ? instrument.assess(policy, facts) : instrument.assessRule(policy, rule, facts)),
    explain: (assessment) => instrument.explain(assessment),
    sourceText: instrument.sourceText,
  }
}

function isNeeded({ parameters }, when) {
  if (when === undefined) return true
  const value = [parameters?.[when.parameter]?.value].flat()
  return [when.is].flat().some((one) => value.includes(one))
}
