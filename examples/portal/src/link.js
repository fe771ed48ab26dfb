// A case in the address of the page, behind the #, which a browser never sends.

/** What a link says; an empty case where it says nothing that can be read. */
export function readLink(hash) {
  const words = new URLSearchParams(hash.replace(/^#/, ''))
  const json = (name, otherwise) => {
    try {
      return JSON.parse(words.get(name)) ?? otherwise
    } catch {
      return otherwise
    }
  }
  return {
    language: words.get('lang') === 'en' ? 'en' : 'zh',
    id: words.get('document') ?? '',
    rule: words.get('rule') ?? undefined,
    beside: (words.get('beside') ?? '').split(' ').filter((id) => id !== ''),
    parameters: json('parameters', {}),
    facts: json('facts', {}),
    sheet: words.get('view') === 'sheet',
  }
}

export function linkOf({ language, id, rule, beside, parameters, facts, sheet }) {
  const words = new URLSearchParams()
  if (language === 'en') words.set('lang', 'en')
  if (id !== '') words.set('document', id)
  if (rule !== undefined) words.set('rule', rule)
  if (beside.length > 0) words.set('beside', beside.join(' '))
  if (Object.keys(parameters).length > 0) words.set('parameters', JSON.stringify(parameters))
  if (Object.keys(facts).length > 0) words.set('facts', JSON.stringify(facts))
  if (sheet) words.set('view', 'sheet')
  return `#${words}`
}
