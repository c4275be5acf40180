/** Files as people get them, read the way the page and the command line read any file: guards, decoding, the kind found out. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { workbook as en } from '../../src/i18n/en/workbook.ts'
import { workbook as zh } from '../../src/i18n/zh/workbook.ts'
import { readAny } from '../../src/io/bring/read-any.ts'
import { readWhole } from '../../src/io/bring/read-whole.ts'
import { FORMATS } from '../../src/io/formats/formats.ts'
import { readChain } from '../../src/io/read-chain.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { FILE_FORMAT_IDS, FILE_FORMATS, type FileFormatId } from '../../src/model/file-formats.ts'
import { anyChain } from '../io/any-chain.ts'
import { bytesOf, fixtures } from '../io/fixtures.ts'
import { times } from '../how-often.ts'

async function handedOn(chain: Chain, format: FileFormatId, language: 'zh' | 'en'): Promise<Chain> {
  const scenarioId = chain.scenarios?.[0]?.id ?? null
  const bytes = await FORMATS[format](chain, { language, words: language === 'zh' ? zh : en, scenarioId })
  const read = await readAny(bytes, `x${FILE_FORMATS[format].endings[0]}`)
  expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  if (read.kind !== 'chain') throw new Error(`expected a chain, got ${read.kind}`)
  return read.chain!
}

test.each(FILE_FORMAT_IDS)('%s: any chain comes back through the door that every file takes', async (format) => {
  await fc.assert(
    fc.asyncProperty(anyChain, fc.constantFrom('zh' as const, 'en' as const), async (chain, language) => {
      const withoutRun = { ...chain, scenarios: [] }
      expect(writeChain(await handedOn(withoutRun, format, language))).toBe(writeChain(withoutRun))
    }),
    { numRuns: times(100, 25) },
  )
})

test.each(FILE_FORMAT_IDS)('%s: is opened on its own, as a chain file is', async (format) => {
  const chain = readChain(bytesOf(fixtures[0]!.text), 'case').chain!
  const bytes = await FORMATS[format](chain, { language: 'zh', words: zh, scenarioId: null })
  const read = await readWhole(bytes, `x${FILE_FORMATS[format].endings[0]}`)
  expect(writeChain(read.chain!)).toBe(writeChain(chain))
  expect((await readWhole(bytesOf('{}'), 'x.json')).problems.map(({ code }) => code)).toEqual(['SCHEMA'])
})

test.each(FILE_FORMAT_IDS)('%s: every published case comes back, with its results beside it', async (format) => {
  for (const { text } of fixtures) {
    const chain = readChain(bytesOf(text), 'case').chain!
    expect(writeChain(await handedOn(chain, format, 'zh'))).toBe(writeChain(chain))
  }
})
