// The page as its users use it, in a real Chromium. No test passes with a report of the page's policy or an error in its console.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { policies } from 'subvention/policies'
import { caseOf, startBrowser } from './browser.js'

let browser
before(async () => {
  browser = await startBrowser()
  await mkdir('reports', { recursive: true })
})
after(() => browser.stop())

const SERVICE = 'cn-service-sector-2025'
const loan = { id: 'A', principal: '900000', contractDate: '2025-03-20', drawdownDate: '2025-10-01', termMonths: 12 }
const EXAMPLE = { borrower: { inListedServiceSector: true }, loans: [loan], history: { principalSupported: '0' }, otherSupport: [] }

const page = (name, work, options) =>
  test(name, async () => {
    const opened = await browser.open(options?.hash ?? '', options)
    try {
      await work(opened)
      assert.deepEqual(opened.faults, [])
    } finally {
      await opened.close()
    }
  })
const textOf = async (opened, selector) => (await opened.locator(selector).allInnerTexts())[0].replaceAll(/\s+/g, ' ')
/** The input of a fact, by its whole name. */
const input = (within, name) => within.getByLabel(name, { exact: true }).and(within.locator('input, textarea'))
/** Waits until the answer says this. */
const says = (opened, text) => opened.locator('.answer', { hasText: text }).waitFor()

page('granted: the example of the ministry, found by its number and filled in', async (opened) => {
  await input(opened, '查找文件').fill('财金〔2025〕81号')
  await opened.getByRole('button', { name: /服务业经营主体贷款贴息政策实施方案/ }).click()
  await says(opened, '资料不全')
  await opened.locator('#fact-borrower-inListedServiceSector').getByText('是', { exact: true }).click()
  await input(opened, '实际发放本金').fill('90万元')
  await input(opened, '合同签订日期').fill('2025-03-20')
  await input(opened, '放款日期').fill('2025-10-01')
  await input(opened, '贷款期限（月）').fill('12')
  await input(opened, '此前已享受补贴的本金').fill('0')
  await opened.getByText('没有其他财政支持').click()
  await says(opened, '9,000.00元')
  assert.match(await textOf(opened, '.answer'), /可予补贴 9,000\.00元 0\.9万元/)
  assert.match(await textOf(opened, '.answer table'), /合同签订日期 · 1 2025-03-20 不早于2025-03-16 晚4天 符合/)
  assert.match(await textOf(opened, '.lines'), /贴息率 1% 财金〔2025〕81号/)
})

page(
  'refused: signed one day before the first, with how far it is',
  async (opened) => {
    await says(opened, '不予补贴')
    const answer = await textOf(opened, '.answer')
    assert.match(answer, /不予补贴 0\.00元/)
    assert.match(answer, /不符合条件：合同签订日期/)
    assert.match(answer, /2025-03-15 不早于2025-03-16 早1天 不符合/)
    assert.match(answer, /2025-03-15 不晚于2025-12-31 早291天 符合/)
  },
  { hash: caseOf(SERVICE, { ...EXAMPLE, loans: [{ ...loan, contractDate: '2025-03-15' }] }) },
)

page(
  'incomplete: what is missing stands in the order of the form, and the next one is a click away',
  async (opened) => {
    await says(opened, '资料不全')
    const asked = await opened.locator('.answer ol.links li button').allInnerTexts()
    assert.deepEqual(
      asked.map((text) => text.trim()),
      ['以前是否享受过本项补贴', '贷款1 › 贷款是否已备案'],
    )
    await opened.locator('.answer ol.links li button').nth(1).click()
    await opened.keyboard.press('Space')
    await opened.locator('#fact-borrower-receivedBefore').getByText('否', { exact: true }).click()
    await says(opened, '120,000.00元')
  },
  { hash: caseOf('shandong-luke-loan-2023', { loans: [{ settled: true, interestPaid: '300000' }] }) },
)

page(
  'the language changes at once: form, answer, sources; and back',
  async (opened) => {
    await opened.getByRole('button', { name: 'English' }).click()
    await says(opened, 'granted')
    assert.match(await textOf(opened, '.answer'), /9,000\.00 yuan/)
    assert.equal(await input(opened, 'principal drawn').inputValue(), '900000')
    assert.equal(await opened.evaluate(() => document.documentElement.lang), 'en')
    assert.equal(await opened.title(), 'Tech-finance support calculator')
    await opened.getByRole('button', { name: '中文' }).click()
    await says(opened, '可予补贴')
  },
  { hash: caseOf(SERVICE, EXAMPLE) },
)

page(
  'side by side: the same facts under another document, which asks for more',
  async (opened) => {
    await says(opened, '9,000.00元')
    await opened.getByRole('tab', { name: '并列比较' }).click()
    await opened.getByRole('button', { name: '添加文件' }).click()
    await input(opened, '查找文件').fill('服务业 2026')
    await opened.locator('.documents button').first().click()
    await opened.locator('.comparison thead th').nth(1).waitFor()
    assert.deepEqual(
      (await opened.locator('.comparison tbody tr').nth(0).locator('td').allInnerTexts()).map((text) => text.trim())[0],
      '可予补贴',
    )
    assert.equal(await opened.locator('.comparison thead th').count(), 2)
    assert.match(await opened.evaluate(() => window.location.hash), /beside=cn-service-sector-2026/)
    await opened.screenshot({ path: 'reports/compare.png', fullPage: true })
  },
  { hash: caseOf(SERVICE, EXAMPLE) },
)

page(
  'the sheet prints on its own, on one page of A4',
  async (opened) => {
    await says(opened, '9,000.00元')
    await opened.getByText('申请单位（').click()
    await input(opened, '单位名称').fill('示例企业')
    await opened.getByRole('button', { name: '审核测算表' }).click()
    await opened.locator('.sheet h1').waitFor()
    const sheet = await textOf(opened, '.sheet')
    for (const text of ['审核测算表', '示例企业', '人民币玖仟元整', '中央财政 90% 8,100.00元', 'sha256:'])
      assert.ok(sheet.includes(text), text)
    await opened.emulateMedia({ media: 'print' })
    assert.equal(await opened.locator('header.top').isVisible(), false)
    assert.equal(await opened.getByRole('button', { name: '打印' }).isVisible(), false)
    const pdf = (await opened.pdf({ preferCSSPageSize: true, path: 'reports/sheet.pdf' })).toString('latin1')
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1)
  },
  { hash: caseOf(SERVICE, EXAMPLE) },
)

page(
  'amounts as they are pasted: with a unit, in full width, with commas',
  async (opened) => {
    const principal = input(opened, '实际发放本金')
    await opened.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    for (const [pasted, read, amount] of [
      ['30万元', '300,000.00元', '3,000.00元'],
      ['１２０，０００．５０', '120,000.50元', '1,200.01元'],
      ['人民币 0.003 亿元', '300,000.00元', '3,000.00元'],
    ]) {
      await opened.evaluate((text) => navigator.clipboard.writeText(text), pasted)
      await principal.click()
      await opened.keyboard.press('Control+A')
      await opened.keyboard.press('Control+V')
      assert.equal(await principal.inputValue(), pasted)
      await opened.getByText(`即 ${read}`).waitFor()
      await says(opened, amount)
    }
    await opened.getByRole('button', { name: '实际发放本金: 元' }).click()
    await principal.fill('40')
    await opened.getByText('即 400,000.00元').waitFor()
    await says(opened, '4,000.00元')
  },
  { hash: caseOf(SERVICE, EXAMPLE) },
)

page(
  'wrong input says what is wrong, where, and gives no amount',
  async (opened) => {
    const principal = input(opened, '实际发放本金')
    for (const [wrong, message] of [
      ['约30万元', '“实际发放本金”应为以元为单位的十进制文本'],
      ['三十万', '请换算为元并去掉单位'],
      ['-1', '金额不为负'],
      ['0.001', '请先按文件规定取到分'],
      ['<img src=x onerror=alert(1)>', '应为以元为单位'],
    ]) {
      await principal.fill(wrong)
      await opened.locator('.field.faulty', { hasText: message }).waitFor()
      assert.equal(await principal.getAttribute('aria-invalid'), 'true')
      assert.match(await textOf(opened, '.answer'), /有1处填写有误/)
      assert.equal(await opened.locator('.amount').count(), 0)
    }
    await opened.locator('.answer .links button').click()
    assert.equal(await opened.evaluate(() => document.activeElement.id), await principal.getAttribute('id'))
    await principal.fill('300000')
    await says(opened, '3,000.00元')
  },
  { hash: caseOf(SERVICE, EXAMPLE) },
)

page(
  'a link reopens the same case, with several loans and what is compared',
  async (opened) => {
    await says(opened, '9,000.00元')
    await opened.getByRole('button', { name: '添加贷款' }).click()
    const second = opened.locator('#fact-loans-1-')
    await input(second, '实际发放本金').fill('5万元')
    await input(second, '合同签订日期').fill('2025-05-06')
    await input(second, '放款日期').fill('2025-05-06')
    await input(second, '贷款期限（月）').fill('1年')
    await says(opened, '9,500.00元')
    const address = await opened.evaluate(() => window.location.href)
    const again = await browser.open(address.slice(browser.address.length))
    await says(again, '9,500.00元')
    assert.equal(await again.evaluate(() => window.location.href), address)
    assert.deepEqual(again.faults, [])
    await again.close()
    await opened.getByRole('button', { name: '删除贷款 2' }).click()
    await says(opened, '9,000.00元')
  },
  { hash: caseOf(SERVICE, EXAMPLE) },
)

for (const [name, hash] of [
  ['an unknown document', '#document=nowhere&facts={}'],
  ['facts that are no facts', `#document=${SERVICE}&facts=[1,{"loans":7}]`],
  ['facts of the wrong form', `#document=${SERVICE}&facts={"loans":"x","borrower":[1],"otherSupport":5}`],
  ['no JSON', `#document=${SERVICE}&facts=%7B%22`],
]) {
  page(
    `a link with ${name} opens without a fault`,
    async (opened) => assert.ok(await opened.locator('.search, .answer').first().isVisible()),
    { hash },
  )
}

page(
  'what a document asks for only in some cases comes and goes',
  async (opened) => {
    await opened.locator('.answer').waitFor()
    const losses = input(opened, '本金损失')
    assert.equal(await losses.count(), 0)
    await opened.locator('.el-select', { has: opened.locator('#fact-mode') }).click()
    await opened.getByRole('option', { name: '银行模式' }).click()
    await losses.waitFor()
    await opened.locator('.el-select', { has: opened.locator('#fact-mode') }).click()
    await opened.getByRole('option', { name: '担保模式' }).click()
    await input(opened, '代偿额中的未还本金').waitFor()
    assert.equal(await losses.count(), 0)
  },
  { hash: '#document=guangzhou-inclusive-loans-2025' },
)

page(
  'a template asks for its parameters first',
  async (opened) => {
    await opened.getByRole('button', { name: '按这些参数测算' }).waitFor()
    assert.equal(await opened.locator('.answer').count(), 0)
    assert.ok((await opened.locator('.parameters .field').count()) > 0)
    await opened.getByRole('button', { name: '按这些参数测算' }).click()
    assert.equal(await opened.locator('.answer').count(), 0)
  },
  { hash: '#document=wuhan-loan-interest-subsidy-2012' },
)

test('every document opens, in both languages, and asks for what it needs', async () => {
  const opened = await browser.open()
  const unanswered = []
  for (const { id, status } of policies) {
    const language = id.length % 2 === 0 ? 'en' : 'zh'
    await opened.evaluate((hash) => {
      window.location.hash = hash
    }, `document=${id}&lang=${language}`)
    await opened.waitForFunction((wanted) => document.querySelector('main')?.dataset.document === wanted, id)
    const asks =
      status === 'template'
        ? await opened.locator('.parameters .field').count()
        : await opened.locator('.answer ol.links li, .answer.granted').count()
    if (asks === 0) unanswered.push(id)
  }
  assert.deepEqual(unanswered, [])
  assert.deepEqual(opened.faults, [])
  await opened.close()
})

page('with the keyboard alone: from the skip link to a document, its form and an answer', async (opened) => {
  await opened.keyboard.press('Tab')
  assert.equal(await opened.evaluate(() => document.activeElement.className), 'skip no-print')
  await opened.keyboard.press('Enter')
  await opened.keyboard.press('Tab')
  await opened.keyboard.type('鲁科贷')
  const focused = () => opened.evaluate(() => document.activeElement.textContent)
  for (let tabs = 0; tabs < 8 && !(await focused()).includes('鲁科贷'); tabs += 1) await opened.keyboard.press('Tab')
  await opened.keyboard.press('Enter')
  await says(opened, '资料不全')
  const press = async (id, keys) => {
    for (let tabs = 0; tabs < 30; tabs += 1) {
      if (
        await opened.evaluate((wanted) => document.activeElement.closest(`#${wanted}`) !== null || document.activeElement.id === wanted, id)
      )
        break
      await opened.keyboard.press('Tab')
    }
    for (const key of keys) await (key.length > 1 ? opened.keyboard.press(key) : opened.keyboard.type(key))
  }
  await opened.evaluate(() => document.querySelector('#main').focus())
  await press('fact-borrower-receivedBefore', ['Space', 'ArrowRight'])
  await press('fact-loans-0-interestPaid', [...'300000'])
  await press('fact-loans-0-settled', ['Space'])
  await press('fact-loans-0-registered', ['Space'])
  await says(opened, '120,000.00元')
})

const unnamed = () =>
  [...document.querySelectorAll('input, select, textarea, button, [role="combobox"]')]
    .filter((element) => element.getClientRects().length > 0 && element.type !== 'hidden')
    .filter((element) => {
      const labelled = (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
      const named = [...(element.labels ?? [])].map(({ textContent }) => textContent)
      return [element.getAttribute('aria-label'), element.textContent, ...labelled, ...named].join('').trim() === ''
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 200))

for (const width of [1280, 360]) {
  test(`at ${width} px: nothing is cut off, every control has a name, and there are pictures to look at`, async () => {
    const views = [
      ['search', ''],
      ['granted', caseOf(SERVICE, { ...EXAMPLE, loans: [loan, { ...loan, id: 'B', principal: '400000' }] })],
      ['refused', caseOf(SERVICE, { ...EXAMPLE, loans: [{ ...loan, contractDate: '2025-03-15' }] })],
      ['incomplete', caseOf('maanshan-tech-insurance-2018', {})],
      ['fund', '#document=cn-emerging-industry-vc-2011&lang=en'],
      ['sheet', caseOf(SERVICE, EXAMPLE, { view: 'sheet' })],
    ]
    for (const [name, hash] of views) {
      const opened = await browser.open(hash, { width, height: 800 })
      await opened.locator('.documents, .answer, .sheet h1').first().waitFor()
      assert.ok((await opened.evaluate(() => document.documentElement.scrollWidth)) <= width, `${name} is wider than ${width}`)
      assert.deepEqual(await opened.evaluate(unnamed), [])
      if (name === 'granted') {
        await opened.getByRole('tab', { name: '图表' }).click()
        await opened.locator('.charts canvas').nth(2).waitFor()
        await opened.waitForTimeout(300)
      }
      await opened.screenshot({ path: `reports/${name}-${width}.png`, fullPage: true })
      assert.deepEqual(opened.faults, [])
      await opened.close()
    }
  })
}

test('the first load is under 250 kB gzip, a case included; charts come when they are wanted', async () => {
  const opened = await browser.open(caseOf(SERVICE, EXAMPLE))
  await says(opened, '9,000.00元')
  const weightOf = async (urls) => {
    const files = await Promise.all([...new Set(urls)].map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())))
    return files.reduce((sum, file) => sum + gzipSync(file).length, 0)
  }
  const first = [...opened.loaded]
  const weight = await weightOf(first)
  console.log(`first load with a case: ${(weight / 1000).toFixed(1)} kB gzip in ${first.length} files`)
  assert.ok(weight < 250_000, `${weight} bytes`)
  assert.equal(first.filter((url) => /AmountCharts|record/.test(url)).length, 0)
  await opened.getByRole('tab', { name: '图表' }).click()
  await opened.locator('.charts canvas').first().waitFor()
  assert.ok(opened.loaded.some((url) => url.includes('AmountCharts')))
  assert.deepEqual(
    opened.loaded.filter((url) => !url.startsWith(browser.address)),
    [],
  )
  await opened.close()
})
