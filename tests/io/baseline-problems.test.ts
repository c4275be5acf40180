import { expect, test } from 'vitest'
import { bring } from '../../src/io/bring/bring.ts'
import { guessMapping } from '../../src/io/bring/guess-mapping.ts'
import { readFiles } from '../../src/io/bring/read-files.ts'
import { problemText } from '../../src/i18n/problem-text.ts'
import type { Chain } from '../../src/model/chain.ts'
import { emptyChain } from '../../src/model/new-chain.ts'

async function brought(text: string, chain: Chain = emptyChain('x'), name = 'loop.csv') {
  const { source } = await readFiles([{ name, bytes: new TextEncoder().encode(text) }], {})
  const mapping = source!.kind === 'tables' ? guessMapping(source!.tables) : { tables: [], same: [], date: null }
  return bring(source!, { file: name, mapping, chain, past: null, scenario: null })
}

const LOOP = '供应商,客户,产品\n甲,乙,a\n乙,甲,b\n'

test('two who only supply each other make nothing: said of the row in which each stands first', async () => {
  const { chain, problems } = await brought(LOOP)
  expect(chain).not.toBeNull()
  const zero = problems.filter(({ code }) => code === 'OUTPUT_ZERO')
  expect(zero.map(({ file, row, severity }) => `${file} ${row} ${severity}`)).toEqual([
    'loop.csv 2 error',
    'loop.csv 2 error',
  ])
  expect(zero.map((each) => problemText(each, 'zh').sentence).join()).toMatch(/甲.*乙|乙.*甲/s)
})

test('what was wrong with the open chain before is not said of the files that come into it', async () => {
  const { chain } = await brought(LOOP)
  const { problems } = await brought('供应商,客户,产品\n丙,丁,c\n', chain!, 'sound.csv')
  expect(problems.filter(({ code }) => code === 'OUTPUT_ZERO')).toEqual([])
})
