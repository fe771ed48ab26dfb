// Compares the public surface of every entry with the reports committed in etc/. --local updates them.
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { root } from './run.mjs'

const local = process.argv.includes('--local')
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const entries = Object.entries(manifest.exports)
  .filter(([entry, target]) => !entry.includes('*') && typeof target !== 'string')
  .map(([entry, target]) => ({ name: entry === '.' ? 'index' : entry.slice(2), declarations: target.import.types }))

await mkdir(join(root, 'etc'), { recursive: true })
let differing = 0
for (const { name, declarations } of entries) {
  const configObject = ExtractorConfig.loadFile(join(root, 'api-extractor.json'))
  configObject.mainEntryPointFilePath = join(root, declarations)
  configObject.apiReport.reportFileName = `${name}.api.md`
  const config = ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: join(root, 'api-extractor.json'),
    packageJsonFullPath: join(root, 'package.json'),
  })
  const messageCallback = (message) => {
    if (message.messageId === 'console-preamble' || message.messageId === 'console-compiler-version-notice') message.handled = true
  }
  const result = Extractor.invoke(config, { localBuild: local, showVerboseMessages: false, messageCallback })
  if (!result.succeeded) differing++
}
if (differing > 0) {
  console.log(`${differing} of ${entries.length} API reports differ: read the difference, then npm run build && npm run api -- --local`)
  process.exitCode = 1
}
