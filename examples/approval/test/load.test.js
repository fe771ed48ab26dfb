import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { assess, review, submit } from '../applications.js'
import { openDatabase } from '../database.js'
import { askAt, documentWith, firmOf, interest, newPlace, newProgram, startService } from './desk.js'

const server = (process.env.DATABASE_URL ?? '') !== ''
const COUNT = 200
const FIRMS = server ? 50 : 25

const GROUP = Array.from({ length: 5 }, (_, index) => firmOf(3000 + index).code)

/** Applications brought to approval without a service, in one transaction; no one knew of the others. */
async function reviewedIn(query, { program, firms, count, amount }) {
  const as = (name) => ({ name, roles: [name] })
  const reviewed = []
  for (let index = 0; index < count; index += 1) {
    const body = { program, firm: firmOf(firms.from + (index % firms.count)), facts: interest(amount(index)) }
    const { id } = (await submit(query, { person: as('submit'), body })).answer
    await assess(query, { person: as('handle'), id, day: '2026-11-27', body: { version: 1 } })
    reviewed.push((await review(query, { person: as('review'), id, body: { version: 2 } })).answer)
  }
  return reviewed
}

/** All at once. */
const together = (items, work) => Promise.all(items.map(work))

describe(`${COUNT} requests at once from another process, on ${server ? 'two services over one database' : 'one service'}`, () => {
  const services = []
  const prepared = {}
  const fen = (yuan) => BigInt(yuan.replace('.', ''))
  let turn = 0
  /** Asks any of the services, again under the same key where a connection was cut. */
  const asked = async (person, path, body, key = randomUUID()) =>
    (await askAt(services[turn++ % services.length].base, person, path, body, key)) ?? asked(person, path, body, key)

  before(async () => {
    const place = await newPlace()
    const database = await openDatabase(place)
    const cap = (period, per = 'applicant') => documentWith({ limits: [{ cap: '10万元', per, period }] })
    const once = [{ id: 'once-only', article: '第四条', fact: 'borrower.receivedBefore', is: false }]
    const reviewed = async (name, { document, firms, count = COUNT, amount, budget }) => {
      const program = await newProgram(document, { amount: budget, at: database })
      prepared[name] = await database.transaction((query) => reviewedIn(query, { program, firms, count, amount }))
    }
    await reviewed('budget', {
      document: documentWith({}),
      firms: { from: 1000, count: COUNT },
      amount: (index) => `${7000 + index * 13}.${10 + (index % 90)}`,
      budget: '1234567.89',
    })
    await reviewed('capped', {
      document: cap('year'),
      firms: { from: 2000, count: FIRMS },
      count: 4 * FIRMS,
      amount: (index) => `${30000 + index}.01`,
    })
    await reviewed('once', {
      document: documentWith({ eligibility: once }),
      firms: { from: 4000, count: 5 },
      count: 20,
      amount: () => '100.00',
    })
    await database.transaction((query) => query("INSERT INTO firms SELECT code, code, '示例集团' FROM unnest($1::text[]) code", [GROUP]))
    await reviewed('group', {
      document: cap('lifetime', 'group'),
      firms: { from: 3000, count: 5 },
      count: 20,
      amount: (index) => `${7000 + index}.00`,
    })
    await database.close()
    services.push(await startService(place))
    if (server) services.push(await startService(place))
  })
  after(() => Promise.all(services.map(({ stop }) => stop('SIGTERM'))))

  /** Approves what is shown until it is approved, refused or there is nothing left. */
  async function decide({ id, version, payable }) {
    for (;;) {
      const { status, body } = await asked('approve', `/applications/${id}/approve`, { version, amount: payable })
      if (status === 200) return body
      if (['budget-exhausted', 'nothing-due'].includes(body.code) || body.outcome === 'refused') return body
      assert.equal(body.code, 'amount-changed', JSON.stringify(body))
      ;({ version, payable } = body.application)
    }
  }

  const sumOf = (applications) => applications.reduce((sum, { state, payable }) => sum + (state === 'approved' ? fen(payable) : 0n), 0n)
  let approved = []
  test('approvals come to the budget to the fen', async () => {
    const asks = prepared.budget.reduce((sum, { payable }) => sum + fen(payable), 0n)
    assert.ok(asks > 123456789n)
    const decided = await together(prepared.budget, decide)
    assert.equal(decided.length, COUNT)
    approved = decided.filter(({ state }) => state === 'approved')
    assert.equal(sumOf(approved), 123456789n)
    assert.ok(decided.every(({ state, code }) => state === 'approved' || code === 'budget-exhausted'))
    const { body } = await asked('audit', `/programs/${prepared.budget[0].program}`)
    assert.equal(body.budgets[0].granted, '1234567.89')
  })

  test('each is paid once, whoever pays and however often', async () => {
    const tries = approved.flatMap((application) => [application, application, application])
    const answers = await together(tries, ({ id, version }, index) =>
      // Two tries of three are the same request repeated.
      asked('pay', `/applications/${id}/pay`, { version, reference: `P-${id}` }, `pay-${id}-${index % 3 === 2 ? 'other' : 'one'}`),
    )
    const paid = answers.filter(({ status }) => status === 200)
    const codes = new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))
    assert.deepEqual(new Set(paid.map(({ body }) => body.id)), new Set(approved.map(({ id }) => id)))
    assert.deepEqual([...codes], ['stale-version'])
  })

  test('a cap of the year, four applications of each firm', async () => {
    const decided = await together(prepared.capped, decide)
    for (let firm = 0; firm < FIRMS; firm += 1)
      assert.equal(sumOf(decided.filter((one) => one.firm === firmOf(2000 + firm).code)), 10000000n)
  })

  test('a cap of a group, once only', async () => {
    assert.equal(sumOf(await together(prepared.group, decide)), 10000000n)
    assert.equal((await together(prepared.once, decide)).filter(({ state }) => state === 'approved').length, 5)
  })

  test('everything holds', async () => {
    const { body } = await asked('audit', '/audit')
    assert.deepEqual(body.findings, [])
    assert.equal(body.applications, COUNT + 4 * FIRMS + 40)
  })
})
