// The steps from the bases of an application to the amount, from its explanation.

const isYuan = (line) => line.value?.zh.endsWith('元') === true && line.raw !== undefined
const isRate = (line) => line.value?.zh.endsWith('%') === true

/** Bases and rates as they were worked out, then the support before its limits, after each of them, and what is payable. */
export function stepsOf(answer, lines, words, language) {
  const named = []
  let item = ''
  for (const line of lines) {
    if (line.level === 0) item = line.kind === 'item' ? line.label[language] : ''
    if (line.kind === 'value')
      named.push({ id: line.id, name: item === '' ? line.label[language] : `${line.label[language]} · ${item}`, line })
  }
  const isSupport = ({ id }) => /(^|:)(beforeLimits|afterLimits|amount)$/.test(id)
  const bases = named.filter((one) => isYuan(one.line) && !isSupport(one) && !one.line.raw.includes('/'))
  const limits = [...answer.items.flatMap(({ limits: own }) => own), ...answer.limits]
  const shownLimits = lines.filter(({ kind }) => kind === 'limit')
  const before = named.find((one) => one.id.endsWith('beforeLimits') && isYuan(one.line))
  const whole = (text) => (text.includes('/') ? undefined : text)
  const amounts = [
    ...(before === undefined ? [] : [{ id: before.id, name: before.line.label[language], amount: whole(before.line.raw) }]),
    ...limits.map((limit, index) => ({
      id: `limit:${index}`,
      name: `→ ${shownLimits[index]?.label[language] ?? ''}`,
      amount: whole(limit.after),
    })),
    { id: 'payable', name: words.payable, amount: answer.amount, isLast: true },
  ]
  return {
    bases: bases.slice(0, 8).map(({ id, name, line }) => ({ id, name, amount: line.raw })),
    rates: named.filter(({ line }) => isRate(line)).map(({ id, name, line }) => ({ id, name, text: line.value[language] })),
    amounts: amounts.filter(({ amount }) => amount !== undefined),
  }
}
