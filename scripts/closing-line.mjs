// Prints the numbers of the last test run, as vitest's JSON reporter counted them.
import { readFile } from 'node:fs/promises'

const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(await readFile(process.argv[2], 'utf8'))
if (!success && numFailedTests === 0) console.log(`${numFailedTestSuites} test files could not be run`)
console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
process.exitCode = success ? 0 : 1
