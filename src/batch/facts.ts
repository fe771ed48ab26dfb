import { type Instruments, tablesOf } from '../assessment/compile.js'
import { type FactDefinition, factsOf, groupOf, isOfItems, keyOf, listOf } from '../assessment/scope.js'
import type { Policy } from '../policy/policy.js'
import { clear, readList } from './lists.js'
import { Outside, only, UNUSUAL } from './outside.js'
import { MOST_ENTRIES, NOWHERE, plainObject, type ReadValue, readerOf, unread } from './read.js'
import { type Loan, loanOf, type Places, type Row, type Stated, statedOf } from './row.js'

/** Where the facts of a document are kept; a fact gets its place when the document first names it. */
export interface FactPlaces {
  /** How many places each group has so far. */
  readonly places: Places
  /** The definition of a fact and its place; throws `Outside` for facts of groups that are not read here. */
  readonly at: (name: string) => Place
  /** A count that names a year: others than usual ones are left to the ordinary path. */
  readonly asYear: (name: string) => Place
  /** Reads an application into a row; throws `UNUSUAL` where the ordinary path must judge. */
  readonly reader: () => (input: unknown, row: Row) => void
}

export interface Place {
  readonly definition: FactDefinition
  readonly group: keyof Places
  readonly place: number
}

/** More loans than this are left to the ordinary path. */
const MOST_LOANS = 16

/** A loan that says this is priced on the LPR: its rate changes on the way. */
const FLOATS = 'loan.lprSpread'

/** The readers of a group's facts by key, and in the order in which they were asked for last. */
interface Readers {
  readonly byKey: Map<string, ReadValue>
  readonly keys: string[]
  readonly inOrder: (ReadValue | undefined)[]
}

const readersOf = (): Readers => ({ byKey: new Map(), keys: [], inOrder: [] })

export function factPlaces(policy: Policy, instruments: Instruments): FactPlaces {
  const tables = tablesOf(instruments)
  const definitions = factsOf(policy, tables)
  for (const definition of definitions.values()) only(definition, ['kind', 'help', 'oneOf', 'aliases'])
  for (const [name, { kind }] of Object.entries(policy.facts ?? {})) {
    const isOther = tables.some((table) => table[name] !== undefined && table[name][0] !== kind)
    if (isOther || isOfItems(listOf(groupOf(name)) ?? '')) throw new Outside(`its own ${name}`)
  }
  const places: Places = { applicant: NOWHERE + 1, loan: NOWHERE + 1, support: NOWHERE + 1 }
  const known = new Map<string, Place>()
  const years = new Set<string>()
  const at = (name: string): Place => {
    const before = known.get(name)
    if (before !== undefined) return before
    const definition = definitions.get(name)
    const group = holderOf(name)
    if (definition === undefined || group === undefined) throw new Outside(`the fact ${name}`)
    const made = { definition, group, place: places[group] }
    places[group] += 1
    known.set(name, made)
    return made
  }
  const standard = {
    id: at('loan.id').place,
    drawdownDate: at('loan.drawdownDate').place,
    principal: at('loan.principal').place,
    interestPaid: at('loan.interestPaid').place,
    maturityDate: at('loan.maturityDate').place,
    settledDate: at('loan.settledDate').place,
    supported: at('support.loan').place,
  }
  return {
    places,
    at,
    asYear: (name) => {
      years.add(name)
      return at(name)
    },
    reader: () => {
      const groups = new Map<string, Readers>()
      for (const [name, definition] of definitions) {
        const readers = groups.get(groupOf(name)) ?? readersOf()
        groups.set(groupOf(name), readers)
        const reader = name === FLOATS ? unread : readerOf(definition, known.get(name)?.place ?? NOWHERE, years.has(name))
        readers.byKey.set(keyOf(name), reader)
      }
      return readerWith(groups, places, standard)
    },
  }
}

/** Whose fact it is; undefined for entries of lists that are not read here. */
function holderOf(name: string): keyof Places | undefined {
  const group = groupOf(name)
  if (group === 'loan' || group === 'support') return group
  return listOf(group) === undefined ? 'applicant' : undefined
}

/** Places of the facts that must agree with each other. */
interface Checked {
  readonly id: number
  readonly drawdownDate: number
  readonly principal: number
  readonly interestPaid: number
  readonly maturityDate: number
  readonly settledDate: number
  readonly supported: number
}

function readerWith(groups: Map<string, Readers>, places: Places, checked: Checked): (input: unknown, row: Row) => void {
  const ofInput = groups.get('') ?? readersOf()
  const ofLoan = groups.get('loan') ?? readersOf()
  const ofSupport = groups.get('support') ?? readersOf()
  const ofApplicant = new Map([...groups].filter(([group]) => group !== '' && holderOf(`${group}.`) === 'applicant'))
  const { id, drawdownDate, supported } = checked
  const isBefore = ({ over, under }: Stated, day: number, first: number): boolean =>
    under[day] !== 0 && under[first] !== 0 && (over[day] as number) < (over[first] as number)

  const readLoans = (list: unknown, row: Row): void => {
    if (!Array.isArray(list) || list.length === 0 || list.length > MOST_LOANS) throw UNUSUAL
    row.end = list.length
    for (let index = 0; index < list.length; index += 1) {
      const loan = row.loans[index] ?? loanOf(places.loan, index)
      row.loans[index] = loan
      readLoan(list[index], ofLoan, loan)
      const { stated } = loan
      drawn(loan)
      loan.id = (stated.under[id] === 0 ? NUMBERS[index] : stated.words[id]) as string
      if (isBefore(stated, checked.maturityDate, drawdownDate) || isBefore(stated, checked.settledDate, drawdownDate)) throw UNUSUAL
    }
    for (let index = 1; index < list.length; index += 1)
      for (let before = 0; before < index; before += 1) {
        const [one, other] = [row.loans[before]?.stated as Stated, row.loans[index]?.stated as Stated]
        if (one.under[id] !== 0 && other.under[id] !== 0 && one.words[id] === other.words[id]) throw UNUSUAL
      }
  }

  /** What the lists of a loan say of its principal and its first day, and whether they agree with it. */
  const drawn = ({ stated: { over, under }, lists: { drawdowns, repayments, slips } }: Loan): void => {
    if (drawdowns.count > 0) {
      if (under[checked.principal] !== 0 && over[checked.principal] !== drawdowns.sum) throw UNUSUAL
      over[checked.principal] = drawdowns.sum
      under[checked.principal] = 100
      if (under[drawdownDate] === 0) {
        over[drawdownDate] = drawdowns.days[0] as number
        under[drawdownDate] = 1
      } else if (over[drawdownDate] !== drawdowns.days[0]) throw UNUSUAL
    } else if (repayments.count > 0) {
      if (under[checked.principal] === 0 || under[drawdownDate] === 0) throw UNUSUAL
      drawdowns.days[0] = over[drawdownDate] as number
      drawdowns.fen[0] = over[checked.principal] as number
      drawdowns.count = 1
    }
    if (
      repayments.count > 0 &&
      ((repayments.days[0] as number) < (over[drawdownDate] as number) || repayments.sum > (over[checked.principal] as number))
    )
      throw UNUSUAL
    if (slips.isStated && under[checked.interestPaid] !== 0) throw UNUSUAL
  }

  const readSupports = (list: unknown, row: Row): void => {
    if (!Array.isArray(list) || list.length > MOST_ENTRIES) throw UNUSUAL
    row.supportIsStated = true
    row.supportCount = list.length
    for (let index = 0; index < list.length; index += 1) {
      const support = row.supports[index] ?? statedOf(places.support)
      row.supports[index] = support
      support.under.fill(0)
      readInto(list[index], ofSupport, support)
    }
  }

  /** Support for a loan must name one that is stated. */
  const checkSupports = (row: Row): void => {
    for (let index = 0; index < row.supportCount; index += 1) {
      const { under, words } = row.supports[index] as Stated
      if (under[supported] === 0) continue
      let found = false
      for (let loan = 0; loan < row.end; loan += 1) {
        const { stated } = row.loans[loan] as Row['loans'][number]
        if (stated.under[id] !== 0 && stated.words[id] === words[supported]) found = true
      }
      if (!found) throw UNUSUAL
    }
  }

  return (input, row) => {
    row.first = 0
    row.end = 0
    row.supportCount = 0
    row.supportIsStated = false
    row.applicant.under.fill(0)
    const given = plainObject(input)
    for (const key in given) {
      const value = given[key]
      if (key === 'loans') readLoans(value, row)
      else if (key === 'otherSupport') readSupports(value, row)
      else {
        const own = ofInput.byKey.get(key)
        if (own !== undefined) own(value, row.applicant)
        else {
          const readers = ofApplicant.get(key)
          if (readers === undefined) throw UNUSUAL
          readInto(value, readers, row.applicant)
        }
      }
    }
    if (row.end === 0) throw UNUSUAL
    checkSupports(row)
  }
}

const NUMBERS = /* @__PURE__ */ Array.from({ length: MOST_LOANS }, (_, index) => String(index + 1))

function readLoan(stated: unknown, readers: Readers, { stated: into, lists }: Loan): void {
  into.under.fill(0)
  clear(lists)
  const given = plainObject(stated)
  let at = 0
  for (const key in given) {
    const reader = readerAt(readers, at, key)
    if (reader === undefined) readList(key, given[key], lists)
    else reader(given[key], into)
    at += 1
  }
}

function readInto(stated: unknown, readers: Readers, into: Stated): void {
  const given = plainObject(stated)
  let at = 0
  for (const key in given) {
    const reader = readerAt(readers, at, key)
    if (reader === undefined) throw UNUSUAL
    reader(given[key], into)
    at += 1
  }
}

/** The reader of a fact. Applications are mostly stated alike: the key that stood here before is tried first. */
function readerAt({ byKey, keys, inOrder }: Readers, at: number, key: string): ReadValue | undefined {
  if (keys[at] === key) return inOrder[at]
  const reader = byKey.get(key)
  if (at < MOST_ENTRIES) {
    keys[at] = key
    inOrder[at] = reader
  }
  return reader
}
