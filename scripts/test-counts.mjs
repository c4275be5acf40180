/** Prints "<passed> <failed>" from vitest's JSON report; a skipped test, or a report without tests, counts as failed. */
import { readFileSync } from 'node:fs'

const file = process.argv[2]
const report = JSON.parse(readFileSync(file, 'utf8'))
const states = report.testResults.flatMap((suite) => suite.assertionResults.map((result) => result.status))
const passed = states.filter((state) => state === 'passed').length
const brokenFiles = report.testResults.filter(
  (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
).length
const failed = states.length - passed + brokenFiles + (states.length === 0 ? 1 : 0)
console.log(`${passed} ${failed}`)
