import type { Issue } from '../assessment/errors.js'
import { type Check, issue, oneOf, optional, rateOf, record } from '../loan/checks.js'
import { Decimal } from '../money/decimal.js'
import { compare, one, plus, zero } from '../money/fraction.js'
import { ROUNDING_UNITS } from '../money/rounding.js'
import type { AllocationRule, Budget, Claim, ProRata } from './budget.js'
import { amount, distinct, list, name, share } from './errors.js'
import { fenOf, isAmount } from './fen.js'

const anything: Check = () => undefined

/** Text, or a number that can be put in order. */
const keyValue: Check = (given, path, issues) => {
  if (typeof given === 'string' || (typeof given === 'number' && Number.isFinite(given))) return
  issues.push(issue(given === undefined ? 'missing' : 'key', path, '文本或数值', 'a text or a number', given))
}

const unit = /* @__PURE__ */ oneOf(...Object.keys(ROUNDING_UNITS))

const step: Check = (given, path, issues) => {
  if (typeof given === 'string' && /^(0|1)(\.\d{1,15})?$/.test(given) && /[1-9]/.test(given)) return
  issues.push(issue('rate', path, '大于零的比例单位，如"0.0001"', 'a step of the rate above zero, such as "0.0001"', given))
}

const order: Check = (given, path, issues) => {
  if (given === 'as-listed') return
  list(record({ key: name, first: oneOf('lowest', 'highest') }))(given, path, issues)
}

const remainder: Check = (given, path, issues) => {
  if (typeof given === 'object' && given !== null) record({ to: name })(given, path, issues)
  else oneOf('largest-remainder', 'unspent')(given, path, issues)
}

/** The keys of each rule. */
const RULES: { readonly [rule in AllocationRule['rule']]: Check } = {
  'first-come': /* @__PURE__ */ record({ rule: anything, order, last: /* @__PURE__ */ oneOf('part-paid', 'not-paid', 'skipped') }),
  'pro-rata': /* @__PURE__ */ record({ rule: anything, unit, remainder }),
  'rate-set-afterwards': /* @__PURE__ */ record({
    rule: anything,
    of: /* @__PURE__ */ oneOf('base', 'amount'),
    unit,
    rateStep: /* @__PURE__ */ optional(step),
  }),
  tiers: /* @__PURE__ */ record({
    rule: anything,
    key: name,
    tiers: (given, path, issues) => {
      list(keyValue)(given, path, issues)
      if (Array.isArray(given)) distinct(given as string[], (index) => `${path}[${index}]`, issues)
    },
    within: (given, path, issues) => rule(given, path, issues, ['first-come', 'pro-rata', 'rate-set-afterwards']),
  }),
}

function rule(given: unknown, path: string, issues: Issue[], among: readonly string[] = Object.keys(RULES)): void {
  const kind = (given as { readonly rule?: unknown } | null | undefined)?.rule
  if (typeof kind === 'string' && among.includes(kind)) RULES[kind as AllocationRule['rule']](given, path, issues)
  else oneOf(...among)(kind, `${path}.rule`, issues)
}

const purse = /* @__PURE__ */ record({
  id: name,
  share,
  for: /* @__PURE__ */ optional(/* @__PURE__ */ record({ key: name, in: /* @__PURE__ */ list(keyValue) })),
  unused: /* @__PURE__ */ oneOf('spills-over', 'stays'),
  rule,
})

const reserve: Check = (given, path, issues) => {
  if (typeof given === 'object' && given !== null && !Decimal.isDecimal(given)) record({ share })(given, path, issues)
  else amount(given, path, issues)
}

const withRule = /* @__PURE__ */ record({ amount, reserve: /* @__PURE__ */ optional(reserve), rule })
const withPurses = /* @__PURE__ */ record({ amount, reserve: /* @__PURE__ */ optional(reserve), purses: /* @__PURE__ */ list(purse) })
const unlimited = /* @__PURE__ */ record({ rule: /* @__PURE__ */ oneOf('unlimited') })

/** Notes every fault of a budget. */
export function checkBudget(budget: Budget, issues: Issue[], path = 'budget'): void {
  const before = issues.length
  const given: { readonly rule?: unknown; readonly purses?: unknown } | null | undefined = budget
  const form = given?.rule === 'unlimited' ? unlimited : given?.purses === undefined ? withRule : withPurses
  form(budget, path, issues)
  if (issues.length > before || budget.rule === 'unlimited') return
  if (isAmount(budget.reserve) && fenOf(budget.reserve) > fenOf(budget.amount))
    issues.push(issue('above-budget', `${path}.reserve`, '不超过预算的预留额', 'a reserve of at most the budget', String(budget.reserve)))
  if (budget.purses === undefined) return
  distinct(
    budget.purses.map(({ id }) => id),
    (index) => `${path}.purses[${index}].id`,
    issues,
  )
  checkShares(
    budget.purses.map((each) => each.share),
    `${path}.purses`,
    issues,
  )
}

/** Notes shares that do not make one. */
export function checkShares(shares: readonly string[], path: string, issues: Issue[]): void {
  if (compare(shares.map(rateOf).reduce(plus, zero), one) === 0) return
  issues.push(issue('shares', path, '合计为1的比例', 'shares that add up to one', shares.join(' + ')))
}

/** Notes every fault of the claims: of form, and of what the rules of the budget need of each. */
export function checkClaims(claims: readonly Claim[], budget: Budget | undefined, issues: Issue[]): void {
  const before = issues.length
  list(record({ id: name, amount, base: optional(amount), keys: optional(keys) }), 0)(claims, 'claims', issues)
  if (issues.length > before) return
  distinct(
    claims.map(({ id }) => id),
    (index) => `claims[${index}].id`,
    issues,
  )
  if (budget === undefined || budget.rule === 'unlimited') return
  if (budget.purses === undefined) checkNeeds(budget.rule, 'budget.rule', claims, issues)
  budget.purses?.forEach(({ for: meant, rule: how }, index) => {
    if (meant !== undefined) checkKey(meant.key, claims, issues)
    checkNeeds(how, `budget.purses[${index}].rule`, claims, issues)
  })
}

const keys: Check = (given, path, issues) => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) issues.push(issue('record', path, '一组字段', 'a record', given))
  else for (const [key, value] of Object.entries(given)) keyValue(value, `${path}.${key}`, issues)
}

function checkNeeds(how: AllocationRule, path: string, claims: readonly Claim[], issues: Issue[]): void {
  switch (how.rule) {
    case 'first-come':
      if (how.order !== 'as-listed') for (const { key } of how.order) checkKey(key, claims, issues)
      return
    case 'pro-rata':
      checkBearer(how.remainder, `${path}.remainder.to`, claims, issues)
      return
    case 'rate-set-afterwards':
      if (how.of === 'base') checkBases(claims, issues)
      return
    case 'tiers':
      checkKey(how.key, claims, issues, how.tiers)
      checkNeeds(how.within, `${path}.within`, claims, issues)
  }
}

/** Every claim has the key, and all in one kind, so that any two can be compared. */
function checkKey(key: string, claims: readonly Claim[], issues: Issue[], among?: readonly (string | number)[]): void {
  const kind = typeof claims.find(({ keys: own }) => own?.[key] !== undefined)?.keys?.[key]
  claims.forEach(({ keys: own }, index) => {
    const value = own?.[key]
    const path = `claims[${index}].keys.${key}`
    if (value === undefined) issues.push(issue('missing', path, '排序或分类所依据的值', 'the value that the rule goes by'))
    else if (typeof value !== kind)
      issues.push(issue('key', path, '与其他申请同类的值', 'a value of one kind with those of the other claims', value))
    else if (among?.includes(value) === false) issues.push(issue('tier', path, '所列档次之一', `one of ${among.join(', ')}`, value))
  })
}

function checkBearer(given: ProRata['remainder'], path: string, claims: readonly Claim[], issues: Issue[]): void {
  if (typeof given === 'string' || claims.some(({ id }) => id === given.to)) return
  issues.push(issue('unknown-claim', path, '某一申请的编号', 'the id of one of the claims', given.to))
}

function checkBases(claims: readonly Claim[], issues: Issue[]): void {
  claims.forEach(({ amount: asked, base }, index) => {
    const path = `claims[${index}].base`
    if (base === undefined) issues.push(issue('missing', path, '比例所适用的基数', 'the base that the rate is applied to'))
    else if (fenOf(base) === 0n && fenOf(asked) > 0n)
      issues.push(issue('base', path, '大于零的基数', 'a base above zero where an amount is asked for', String(base)))
  })
}
