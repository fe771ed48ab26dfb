// The built page in a real Chromium: that of CHROMIUM_PATH or Debian's, which is installed for the run where it is missing and may be.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { server } from '../server.js'

function chromiumPath() {
  const found = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  if (found !== undefined || process.getuid?.() !== 0) return found
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ])
    execFileSync('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
  return '/usr/bin/chromium'
}

const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
]
const OFF_THE_NETWORK = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'

/** Starts the server and the browser; `open` gives a page that notes every fault of its own. */
export async function startBrowser() {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${server.address().port}/`
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...QUIET, OFF_THE_NETWORK],
  })
  return {
    address,
    async open(hash = '', { width = 1280, height = 900 } = {}) {
      const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' })
      page.setDefaultTimeout(120_000)
      const faults = []
      const loaded = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('response', (response) => loaded.push(response.url()))
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`policy: ${violatedDirective} ${blockedURI}`),
        )
      })
      await page.goto(`${address}${hash}`)
      await page.waitForSelector('.search, .chosen, .sheet-page')
      return Object.assign(page, { faults, loaded })
    },
    async stop() {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
      server.closeAllConnections?.()
    },
  }
}

/** The hash of a case, as the page itself writes it. */
export const caseOf = (document, facts, more = {}) => `#${new URLSearchParams({ document, facts: JSON.stringify(facts), ...more })}`
