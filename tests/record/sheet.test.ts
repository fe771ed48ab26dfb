import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { version } from '../../src/index.js'
import { type CalculationRecord, record, sheetHtml, sheetMarkdown } from '../../src/record/index.js'
import { sealed } from '../../src/record/record.js'
import { applications } from './applications.js'

const read = (name: string): CalculationRecord =>
  JSON.parse(readFileSync(new URL(`golden/${version}/${name}.json`, import.meta.url), 'utf8')) as CalculationRecord
const names = readdirSync(new URL(`golden/${version}/`, import.meta.url)).map((file) => file.replace(/\.json$/, ''))
const example = read('1-service-sector')
const all = await applications()

describe('sheets of the shipped examples', () => {
  test.each(names)('%s', async (name) => {
    for (const language of ['zh', 'en'] as const) {
      await expect(sheetMarkdown(read(name), { language })).toMatchFileSnapshot(`golden/sheets/${name}.${language}.md`)
    }
  })

  test('as a page to print', async () => {
    await expect(sheetHtml(example, { language: 'zh' })).toMatchFileSnapshot('golden/sheets/1-service-sector.zh.html')
    expect(sheetHtml(example, { language: 'en' })).toMatch(/^<!doctype html>\n<html lang="en">/)
  })
})

test('every record has a sheet with its hash, and with its amount in capitals where there is one', () => {
  for (const given of all.filter((_, index) => index % 31 === 0)) {
    const made = record(given)
    for (const sheet of [sheetMarkdown(made, { language: 'zh' }), sheetHtml(made, { language: 'zh' })]) {
      expect(sheet).toContain(made.hash)
      expect(sheet.includes('金额（大写）')).toBe(made.result.amount !== undefined)
    }
  }
})

const withApplicant = (applicant: { readonly [name: string]: string }): CalculationRecord =>
  record({ policy: example.policy, facts: { ...example.facts, applicant } })

test.each([
  ['91370000728611939A', '| 统一社会信用代码 | 91370000728611939A |'],
  ['91350100M0001TGQXM', '| 统一社会信用代码 | 91350100M0001TGQXM（校验码不符：末位应为'],
  ['12345', '| 统一社会信用代码 | 12345（应为18位'],
])('credit code %s', (creditCode, row) => expect(sheetMarkdown(withApplicant({ creditCode }), { language: 'zh' })).toContain(row))

test('what applicants write is text, not markup', () => {
  const made = withApplicant({ name: '<b>甲</b> & "乙" | *丙*' })
  expect(sheetMarkdown(made, { language: 'zh' })).toContain('| 申请单位 | \\<b\\>甲\\</b\\> & "乙" \\| \\*丙\\* |')
  expect(sheetHtml(made, { language: 'zh' })).toContain('<td>&lt;b&gt;甲&lt;/b&gt; &amp; &quot;乙&quot; | *丙*</td>')
})

test('the day of decision is on the sheet', () => {
  const made = record({ policy: example.policy, facts: example.facts, options: { knownOn: '2026-01-31' } })
  expect(sheetMarkdown(made, { language: 'zh' })).toContain('| 决定日 | 2026-01-31 |')
  expect(sheetMarkdown(example, { language: 'zh' })).not.toContain('决定日')
})

describe('records that do not verify', () => {
  test('an altered one has no sheet', () => {
    const altered = { ...example, result: { ...example.result, amount: '90000.00' } }
    for (const sheet of [sheetMarkdown, sheetHtml]) expect(() => sheet(altered, { language: 'zh' })).toThrow(RangeError)
    expect(() => sheetMarkdown({} as CalculationRecord, { language: 'zh' })).toThrow(RangeError)
  })

  test('one that another version answered otherwise says so', () => {
    const { format, policy, facts, options, result, lines } = example
    const earlier = sealed({ format, engine: '0.0.9', policy, facts, options, result: { ...result, amount: '9000.01' }, lines })
    expect(sheetMarkdown(earlier, { language: 'zh' })).toContain('## 与本版程序测算不同')
    expect(sheetMarkdown(example, { language: 'zh' })).not.toContain('与本版程序测算不同')
  })
})
