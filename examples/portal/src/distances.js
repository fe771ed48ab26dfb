// How far an answer is from each condition with a bound, and from each limit.

/** Conditions of the applicant and of items that have a distance, then limits; a condition inside another one by itself. */
export function distancesOf(answer) {
  const clauses = [
    ...answer.clauses.map((clause) => [undefined, clause]),
    ...answer.items.flatMap(({ id, clauses: own }) => own.map((clause) => [id, clause])),
  ]
  const limits = [
    ...answer.items.flatMap(({ id, limits: own }) => own.map((limit) => [id, limit])),
    ...answer.limits.map((limit) => [undefined, limit]),
  ]
  return [
    ...clauses.flatMap(([item, clause]) => boundsOf(clause, item)),
    ...limits.flatMap(([item, limit], index) => (limit.limit === undefined ? [] : [capOf(limit, item, index)])),
  ]
}

function boundsOf({ id, label, subject, kind, given, bounds = [], clauses = [], operator, result }, item) {
  // What must not be met has no distance to keep.
  if (operator === 'not') return []
  const own = bounds.flatMap(({ test, limit, distance }) => {
    if (distance === undefined) return []
    const status = (KEEPS[test]?.(distance) ?? result === 'met') ? 'met' : 'not-met'
    return [
      {
        id: `${item}:${id}:${test}`,
        label: label ?? subject ?? id,
        item,
        kind,
        isDate: kind === 'date',
        given,
        test,
        limit,
        distance,
        status,
      },
    ]
  })
  return [...own, ...clauses.flatMap((inner) => boundsOf(inner, item))]
}

function capOf({ id, label, kind, before, limit, binding }, item, index) {
  const exact = !/\//.test(`${before}${limit}`)
  return {
    id: `limit:${item}:${id ?? index}`,
    label: label ?? KINDS[kind],
    item,
    kind: 'amount',
    given: before,
    test: kind === 'minimum' ? 'at-least' : 'at-most',
    limit,
    isCap: kind !== 'minimum',
    distance: exact ? minus(before, limit) : undefined,
    status: binding ? 'binding' : 'not-binding',
  }
}

const isZero = (text) => /^-?0*(\.0+)?(\/\d+)?$/.test(text)
const isBelow = (text) => text.startsWith('-') && !isZero(text)

/** Whether a distance keeps within the bound it is from. */
const KEEPS = {
  from: (distance) => !isBelow(distance),
  after: (distance) => !isBelow(distance) && !isZero(distance),
  through: (distance) => isBelow(distance) || isZero(distance),
  until: isBelow,
  'at-least': (distance) => !isBelow(distance),
  above: (distance) => !isBelow(distance) && !isZero(distance),
  'at-most': (distance) => isBelow(distance) || isZero(distance),
  below: isBelow,
}

/** The difference of two decimal texts, exactly. */
export function minus(a, b) {
  const places = Math.max(...[a, b].map((text) => (text.split('.')[1] ?? '').length))
  const scaled = (text) => {
    const [whole, decimals = ''] = text.split('.')
    return BigInt(whole + decimals.padEnd(places, '0'))
  }
  const difference = scaled(a) - scaled(b)
  const digits = String(difference < 0n ? -difference : difference).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return difference < 0n ? `-${text}` : text
}

const KINDS = {
  cap: { zh: '限额', en: 'cap' },
  minimum: { zh: '最低补贴额', en: 'least amount that is paid' },
  'net-cost': { zh: '与其他支持合计不超过成本', en: 'with other support never above the cost' },
  'combined-share': { zh: '与其他支持合计不超过规定比例', en: 'with other support never above a share' },
  'joint-cap': { zh: '各部分合计限额', en: 'joint cap' },
}
