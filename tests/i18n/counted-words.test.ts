import { expect, test } from 'vitest'
import { fillIn } from '../../src/i18n/problem-text.ts'
import { lateWords } from '../../src/i18n/areas.ts'
import { first as firstEn } from '../../src/i18n/first-en.ts'
import { first as firstZh } from '../../src/i18n/first-zh.ts'
import { cli as cliEn } from '../../src/i18n/en/cli.ts'
import { print as printEn } from '../../src/i18n/en/print.ts'

/** Texts of a table at any depth, each with its key. */
const flat = (table: object): readonly (readonly [string, string])[] =>
  Object.entries(table).flatMap(([key, each]: readonly [string, unknown]) =>
    typeof each === 'string' ? [[key, each] as const] : flat(each as object),
  )

test('each count of a sentence has its own word', () => {
  const day = { scenario: 'A', date: '1 May', operating: '50%', leading: '40%', count: 9 }
  expect(fillIn(printEn.sentence, { ...day, stopped: 1, open: 1 })).toContain(
    '1 of 9 enterprises stands still, 1 block open',
  )
  expect(fillIn(printEn.sentence, { ...day, stopped: 2, open: 0 })).toContain(
    '2 of 9 enterprises stand still, 0 blocks open',
  )
  expect(fillIn('{{days}} {{days, day|days}}', { days: '1.5' })).toBe('1.5 days')
})

test('English never puts a plural after a count that may be one; Chinese needs no such words', async () => {
  const english = [...flat(firstEn), ...flat(await lateWords('en')), ...flat(cliEn)]
  const chinese = [...flat(firstZh), ...flat(await lateWords('zh'))]
  expect(english.length).toBeGreaterThan(900)
  const bare =
    /(?<!of )\{\{\w+\}\} (?:more |other )?(?:rows|blocks|links|enterprises|errors|steps|cells|observations)\b/
  /** Never one: the sizes of a run or a bound, and the plural itself. */
  const isAlwaysMany = (key: string): boolean => key.endsWith('_other') || ['auto', 'tooLarge'].includes(key)
  const wrong = english.filter(([key, text]) => bare.test(text) && !isAlwaysMany(key))
  expect(wrong).toEqual([])
  expect(chinese.filter(([, text]) => /\{\{\w+, /.test(text))).toEqual([])
})
