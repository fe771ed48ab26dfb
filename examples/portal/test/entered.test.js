import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountOf, fractionOf, readField, readForm, shifted, typedOf } from '../src/entered.js'

const table = (name, read, rows) => {
  for (const [typed, stated] of rows) test(`${name}: ${typed}`, () => assert.equal(read(typed), stated))
}

table('an amount', (typed) => amountOf(typed), [
  ['120万元', '1200000'],
  ['１２０万元', '1200000'],
  ['1,200,000.50元', '1200000.5'],
  ['１，２００，０００', '1200000'],
  ['人民币 0.5 亿元整', '50000000'],
  ['¥3000000.00', '3000000'],
  ['1.2345万', '12345'],
  ['-600万元', '-6000000'],
  ['3百万元', '3000000'],
  ['一百二十万', '一百二十万'],
  ['约120万元', '约120万元'],
])
table('in 10,000 yuan', (typed) => amountOf(typed, '10000'), [
  ['120', '1200000'],
  ['0.00015', '1.5'],
  ['120万元', '1200000'],
  ['1200000元', '1200000'],
])
table('a rate', fractionOf, [
  ['4.35', '0.0435'],
  ['４．３５％', '0.0435'],
  ['4.35‰', '0.00435'],
  ['100%', '1'],
  ['50BP', '0.005'],
  ['-0.5', '-0.005'],
  ['1/3', '1/3'],
  ['年利率3.45%', '0.0345'],
])
table('months', (typed) => readField({ 'x-kind': 'months' }, typed), [
  ['12', 12],
  ['１２个月', 12],
  ['1年', 12],
  ['半年', '半年'],
])

test('moving the point there and back gives the same figure', () => {
  for (const text of ['0', '1', '0.5', '123.456', '-7.25', '1000000', '0.0001'])
    for (const places of [0, 1, 2, 4, 8]) assert.equal(shifted(shifted(text, places), -places), text)
})

test('what is blank is not stated, what there is none of is', () => {
  const kind = (name) => ({ 'x-kind': name })
  const schema = {
    properties: {
      borrower: {
        type: 'object',
        properties: { staff: kind('count'), growth: kind('growth'), classes: { ...kind('classes'), type: 'array' } },
      },
      loans: { type: 'array', items: { properties: { principal: kind('amount'), settled: kind('yes-no') } } },
      otherSupport: { type: 'array', items: { properties: { amount: kind('amount') } } },
    },
  }
  const typed = { borrower: { staff: ' ', classes: [] }, loans: [{ principal: '30万元', settled: false }, {}], otherSupport: [] }
  const facts = { borrower: { classes: [] }, loans: [{ principal: '300000', settled: false }, {}], otherSupport: [] }
  assert.deepEqual(readForm(schema, typed), facts)
  assert.deepEqual(readForm(schema, typedOf(schema, facts)), facts)
  assert.deepEqual(readForm(schema, { borrower: { staff: '', growth: undefined } }), {})
})
