import { expect, test } from 'vitest'
import { readAsChain } from '../../src/io/bring/read-as-chain.ts'
import type { ProblemCode } from '../../src/model/problem.ts'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
/** Milliseconds of this process for a verdict. */
const VERDICT = 2000

/** Texts made to take time or memory, and one code that is said of each. */
test.each<[string, () => Uint8Array, ProblemCode]>([
  ['millions of quotation marks', () => text(`a,b\n${'"'.repeat(4e6)}`), 'LIMIT'],
  ['millions of commas', () => text(`a,b\n${','.repeat(4e6)}`), 'NO_ROWS'],
  ['one line without an end', () => text('x'.repeat(2e7)), 'NO_ROWS'],
  ['millions of blank lines', () => text(`name\n${'\n'.repeat(1e7)}`), 'NO_ROWS'],
  ['millions of blank lines before a row', () => text(`name\n${'\n'.repeat(1e7)}甲`), 'LIMIT'],
  ['quotation marks that never match', () => text(`a,b\n${'"a","b\n'.repeat(5e5)}`), 'QUOTE'],
  ['names of spaces', () => text(`source,target\n${`a${' '.repeat(9900)}b,c\n`.repeat(1000)}`), 'PARALLEL'],
  ['names of brackets', () => text(`source,target\n${`${'(原名'.repeat(3000)},c\n`.repeat(300)}`), 'PARALLEL'],
  [
    'headings of brackets',
    () => text(`${Array.from({ length: 500 }, () => '('.repeat(9000)).join(',')}\n1\n`),
    'NO_COLUMNS',
  ],
  ['one enterprise fifty thousand times', () => text(`企业名称,角色\n${'甲,龙头\n'.repeat(5e4)}`), 'DUP_ID'],
  [
    'one link with twenty thousand values',
    () => text(`from,to,product,flow\n${Array.from({ length: 20_000 }, (_, at) => `a,b,p,${at + 1}`).join('\n')}`),
    'PARALLEL',
  ],
  [
    'one enterprise with twenty thousand blocks',
    () => text(`企业名称,困难类型,存在困难\n${Array.from({ length: 20_000 }, (_, at) => `甲,用工,${at}`).join('\n')}`),
    'DUP_ID',
  ],
])('%s: a verdict within two seconds', async (_, make, code) => {
  const bytes = make()
  const started = process.cpuUsage()
  const { problems } = await readAsChain(bytes, 'x.csv')
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(VERDICT)
  expect(problems.map((problem) => problem.code)).toContain(code)
})
