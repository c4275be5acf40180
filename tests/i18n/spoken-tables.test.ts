import { expect, test } from 'vitest'
import { cli as enCli } from '../../src/i18n/en/cli.ts'
import { problems as enProblems } from '../../src/i18n/en/problems.ts'
import { cli as zhCli } from '../../src/i18n/zh/cli.ts'
import { problems as zhProblems } from '../../src/i18n/zh/problems.ts'

type Table = { readonly [key: string]: string | Table }

const flat = (table: Table, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(table).flatMap(([key, each]) =>
    typeof each === 'string' ? [[path + key, each] as const] : flat(each, `${path}${key}.`),
  )
const placesOf = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

test.each([
  ['problems', enProblems, zhProblems],
  ['cli', enCli, zhCli],
] as const)('%s: both languages say the same things with the same values', (_, en, zh) => {
  const english = flat(en)
  const chinese = new Map(flat(zh))
  expect(english.length).toBeGreaterThan(20)
  expect([...chinese.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted())
  for (const [key, text] of english) {
    const translated = chinese.get(key)!
    expect(placesOf(translated), key).toEqual(placesOf(text))
    expect(text, key).not.toMatch(/[\u4e00-\u9fff]/)
    if (/[a-z]{3}/.test(text.replace(/\{\{\w+\}\}/g, ''))) expect(translated, key).toMatch(/[\u4e00-\u9fff]/)
  }
})
