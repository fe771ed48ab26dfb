import assert from 'node:assert/strict'
import { afterEach, describe, test } from 'node:test'
import { audit } from '../audit.js'
import { bring, database, documentWith, firmOf, interest, newProgram, post, setDay } from './desk.js'

const act = (person, { id, version }, action, body) => post(person, `/applications/${id}/${action}`, { version, ...body })
const approve = (application, amount = application.payable) => act('approve', application, 'approve', { amount })
let number = 100
const newFirm = () => firmOf(number++)

afterEach(() => setDay('2026-11-27'))

/** Two applications are reviewed before either is approved, so that neither knew of the other. */
const twoReviewed = (program, firms, amounts) =>
  Promise.all(amounts.map((amount, index) => bring('reviewed', { program, firm: firms[index], facts: interest(amount) })))

describe('limits that look back', () => {
  test('a cap of the year: what the first took is gone for the second, and comes back next year', async () => {
    const program = await newProgram(documentWith({ limits: [{ cap: '10万元', per: 'applicant', period: 'year' }] }), {
      years: [2026, 2027],
    })
    const firm = newFirm()
    const [one, other, third] = await twoReviewed(program, [firm, firm, firm], ['60000.00', '60000.00', '60000.00'])
    assert.equal((await approve(one)).status, 200)
    const cut = await approve(other)
    assert.deepEqual([cut.status, cut.body.code, cut.body.application.payable], [409, 'amount-changed', '40000.00'])
    assert.equal((await approve(cut.body.application)).status, 200)
    assert.equal((await approve(third)).body.application.payable, '0.00')
    assert.equal((await approve({ ...third, version: 4 }, '0.00')).body.code, 'nothing-due')
    setDay('2027-01-01')
    const { body } = await act('handle', { id: third.id, version: 4 }, 'assess', {})
    assert.equal(body.payable, '60000.00')
  })

  test('a cap for ever: next year does not bring it back, a claw-back does', async () => {
    const program = await newProgram(documentWith({ limits: [{ cap: '10万元', per: 'applicant', period: 'lifetime' }] }), {
      years: [2026, 2027],
    })
    const firm = newFirm()
    const one = await bring('paid', { program, firm, facts: interest('90000.00') })
    setDay('2027-01-01')
    const other = await bring('assessed', { program, firm, facts: interest('60000.00') })
    assert.equal(other.payable, '10000.00')
    const corrected = await act('handle', one, 'correct', { facts: interest('50000.00'), reason: '利息更正' })
    await approve(corrected.body)
    assert.equal((await act('handle', other, 'assess', {})).body.payable, '50000.00')
  })

  test('once only: the second of two that were reviewed is refused', async () => {
    const eligibility = [{ id: 'once-only', article: '第四条', fact: 'borrower.receivedBefore', is: false }]
    const program = await newProgram(documentWith({ eligibility }))
    const firm = newFirm()
    const [one, other] = await twoReviewed(program, [firm, firm], ['60000.00', '70000.00'])
    assert.equal((await approve(one)).status, 200)
    const refused = await approve(other)
    assert.deepEqual([refused.status, refused.body.outcome, refused.body.application.state], [409, 'refused', 'assessed'])
    assert.equal((await act('handle', refused.body.application, 'close', {})).body.state, 'closed')
  })

  test('what an applicant says of earlier support does not count', async () => {
    const eligibility = [{ id: 'once-only', article: '第四条', fact: 'borrower.receivedBefore', is: false }]
    const program = await newProgram(documentWith({ eligibility, limits: [{ cap: '10万元', per: 'applicant', period: 'year' }] }))
    const facts = { ...interest('60000.00'), borrower: { receivedBefore: true }, history: { receivedThisYear: '99999.00' } }
    assert.equal((await bring('assessed', { program, firm: newFirm(), facts })).payable, '60000.00')
  })

  test('a group: unknown is incomplete, related firms share the cap', async () => {
    const program = await newProgram(documentWith({ limits: [{ cap: '10万元', per: 'group', period: 'year' }] }))
    const firms = [newFirm(), newFirm()]
    const application = { program, firm: firms[0], facts: interest('70000.00') }
    assert.equal((await bring('assessed', application)).outcome, 'incomplete')
    for (const { code, name } of firms) await post('handle', `/firms/${code}`, { name, related: '示例集团' })
    const [one, other] = await twoReviewed(program, firms, ['70000.00', '70000.00'])
    assert.equal((await approve(one)).status, 200)
    assert.equal((await approve(other)).body.application.payable, '30000.00')
  })

  test('a supplement stays within the cap of the year', async () => {
    const program = await newProgram(documentWith({ limits: [{ cap: '10万元', per: 'applicant', period: 'year' }] }))
    const firm = newFirm()
    const one = await bring('paid', { program, firm, facts: interest('60000.00') })
    await bring('paid', { program, firm, facts: interest('30000.00') })
    const corrected = await act('handle', one, 'correct', { facts: interest('80000.00'), reason: '补交利息单' })
    assert.equal(corrected.body.payable, '70000.00')
    assert.equal((await approve(corrected.body)).body.correction.supplement, '10000.00')
  })
})

describe('the budget', () => {
  test('the last is paid what is left, the next nothing', async () => {
    const program = await newProgram(documentWith({}), { amount: '100000.00' })
    const [one, other, third] = await twoReviewed(program, [newFirm(), newFirm(), newFirm()], ['60000.00', '60000.00', '1.00'])
    await approve(one)
    const cut = await approve(other)
    assert.deepEqual([cut.body.due, cut.body.application.payable, typeof cut.body.cut.zh], ['60000.00', '40000.00', 'string'])
    await approve(cut.body.application)
    const none = await approve(third, '0.00')
    assert.deepEqual([none.status, none.body.code], [409, 'budget-exhausted'])
    await post('administer', `/programs/${program}/budgets`, { year: 2026, amount: '100000.50', whenShort: 'part-paid' })
    assert.equal((await approve(third)).body.application.payable, '0.50')
  })

  test('or is not paid in part', async () => {
    const program = await newProgram(documentWith({}), { amount: '100000.00', whenShort: 'not-paid' })
    const [one, other] = await twoReviewed(program, [newFirm(), newFirm()], ['60000.00', '60000.00'])
    await approve(one)
    const { body } = await approve(other)
    assert.deepEqual([body.code, body.application.payable, body.application.state], ['amount-changed', '0.00', 'reviewed'])
  })

  test('a short budget takes nothing back from who is owed a supplement', async () => {
    const program = await newProgram(documentWith({}), { amount: '100000.00', whenShort: 'not-paid' })
    const one = await bring('paid', { program, firm: newFirm(), facts: interest('60000.00') })
    const { body } = await act('handle', one, 'correct', { facts: interest('110000.00'), reason: '补交利息单' })
    assert.equal(body.payable, '60000.00')
    assert.equal((await approve(body)).body.state, 'paid')
  })

  test('is never set below what is granted', async () => {
    const program = await newProgram(documentWith({}), { amount: '100000.00' })
    await bring('approved', { program, firm: newFirm(), facts: interest('60000.00') })
    const set = (amount) => post('administer', `/programs/${program}/budgets`, { year: 2026, amount, whenShort: 'part-paid' })
    assert.equal((await set('59999.99')).body.code, 'below-granted')
    assert.equal((await set('60000.00')).body.budgets[0].granted, '60000.00')
    const above = database.query('UPDATE budgets SET granted_fen = granted_fen + 1 WHERE program = $1', [program])
    await assert.rejects(above, /within_budget/)
  })

  test('of another year does not pay', async () => {
    const program = await newProgram(documentWith({}))
    setDay('2027-01-01')
    const { body } = await post('submit', '/applications', { program, firm: newFirm(), facts: interest('1.00') })
    assert.equal((await act('handle', body, 'assess', {})).body.code, 'no-budget')
  })
})

test('everything holds', async () => {
  assert.deepEqual((await database.transaction(audit)).findings, [])
})
