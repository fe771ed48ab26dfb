// Prints the numbers of the last test run, as vitest's JSON reporter counted them. A file that could not be run counts as one failure.
import { readFile } from 'node:fs/promises'

const { numPassedTests, numFailedTests, testResults, success } = JSON.parse(await readFile(process.argv[2], 'utf8'))
const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
for (const file of broken) console.log(`could not be run: ${file.name}`)
console.log(`${numPassedTests} passed, ${numFailedTests + broken.length} failed`)
process.exitCode = success ? 0 : 1
