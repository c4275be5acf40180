import { expect, test } from 'vitest'
import { placeCode, problemText } from '../../src/i18n/problem-text.ts'
import type { Problem } from '../../src/model/problem.ts'

const error = { severity: 'error' } as const
const said = (problem: Problem) => {
  const [zh, en] = [problemText(problem, 'zh'), problemText(problem, 'en')]
  return { en: [en.place, en.detail], zh: [zh.place, zh.detail] }
}

/** As a desk officer reads it: file, sheet, row, column, and what should stand there. */
test.each<[string, Problem, { en: readonly string[]; zh: readonly string[] }]>([
  [
    'a number in a sheet',
    {
      ...error,
      code: 'NUMBER',
      file: 'a.xlsx',
      sheet: '名单',
      row: 2,
      column: '金额',
      found: '"x"',
      expected: '> 0, <= 1e15',
    },
    {
      en: ['a.xlsx, sheet “名单”, row 2, column “金额”', 'found "x", expected above 0'],
      zh: ['a.xlsx，工作表“名单”，第 2 行，“金额”列', '实为 "x"，应为大于 0'],
    },
  ],
  [
    'a number that is too large',
    {
      ...error,
      code: 'NUMBER',
      file: 'a.chain.json',
      path: 'supplies[0].flow',
      found: '1e+16',
      expected: '> 0, <= 1e15',
    },
    {
      en: ['a.chain.json, supplies[0].flow', 'found 1e+16, expected above 0, at most 1,000,000,000,000,000'],
      zh: ['a.chain.json，supplies[0].flow', '实为 1e+16，应为大于 0，不超过 1,000,000,000,000,000'],
    },
  ],
  [
    'a place in a text',
    { ...error, code: 'JSON', file: 'a.chain.json', row: 3, column: 15, found: ',', expected: '" | }' },
    {
      en: ['a.chain.json, line 3, character 15', 'found ,, expected " or }'],
      zh: ['a.chain.json，第 3 行，第 15 个字符', '实为 ,，应为 " 或 }'],
    },
  ],
  [
    'a column that spreadsheets name by letters',
    { ...error, code: 'DUP_HEADER', file: 'a.csv', row: 1, column: 28, found: '"备"', expected: 'otherName' },
    {
      en: ['a.csv, row 1, column AB', 'found "备", expected another name'],
      zh: ['a.csv，第 1 行，AB 列', '实为 "备"，应为其他名称'],
    },
  ],
  [
    'a text that is too long',
    { ...error, code: 'LIMIT', file: 'a.csv', row: 2, column: '备注', found: '10001', expected: '<= 10000' },
    {
      en: ['a.csv, row 2, column “备注”', 'found 10,001 characters, expected at most 10,000 characters'],
      zh: ['a.csv，第 2 行，“备注”列', '实为 10,001 个字符，应为不超过 10,000 个字符'],
    },
  ],
  [
    'rows without a role',
    { severity: 'warning', code: 'NO_ROLE', file: 'a.csv', row: 2, found: '2 / 7' },
    { en: ['a.csv, row 2', 'in 2 of 7'], zh: ['a.csv，第 2 行', '7 处中的 2 处'] },
  ],
  [
    'a row that stood before',
    { ...error, code: 'DUP_ID', file: 'a.csv', row: 5, column: '企业名称', found: '"甲" (2)', expected: 'otherName' },
    {
      en: ['a.csv, row 5, column “企业名称”', 'found "甲" (row 2), expected another name'],
      zh: ['a.csv，第 5 行，“企业名称”列', '实为 "甲"（第 2 行），应为其他名称'],
    },
  ],
  [
    'a formula',
    {
      severity: 'warning',
      code: 'FORMULA',
      file: 'a.xlsx',
      sheet: 'S',
      row: 2,
      column: 4,
      found: '"=1+1"',
      expected: '"2"',
    },
    {
      en: ['a.xlsx, sheet “S”, row 2, column D', 'found "=1+1", taken as "2"'],
      zh: ['a.xlsx，工作表“S”，第 2 行，D 列', '实为 "=1+1"，按 "2" 读入'],
    },
  ],
])('%s', (_, problem, words) => {
  expect(said(problem)).toEqual(words)
})

test('what stands in the file is quoted as it is, whatever it looks like', () => {
  const problem: Problem = { ...error, code: 'DANGLING', path: 'a', found: '"2 / 7"', expected: 'enterprises' }
  expect(problemText(problem, 'en').detail).toBe('found "2 / 7", expected an id from "enterprises"')
})

test('in a terminal a place is written as other programs write it', () => {
  expect(placeCode({ ...error, code: 'NUMBER', file: 'a.csv', row: 2, column: '金额' })).toBe('a.csv:2:金额')
})

test('a fraction among percentages is said as what it was taken for', () => {
  const problem: Problem = {
    severity: 'warning',
    code: 'NUMBER',
    file: 'a.csv',
    row: 2,
    found: '"0.35"',
    expected: '35 %',
  }
  expect(problemText(problem, 'en').sentence).toBe(
    'A number that may be a fraction or a percentage: found "0.35", taken as 35 %',
  )
  expect(problemText(problem, 'zh').sentence).toBe('可能是小数，也可能是百分数：实为 "0.35"，按 35 % 读入')
})

test('a chain file that breaks off is said to be cut short, and JSON of something else to be no chain file', () => {
  const cut = { ...error, code: 'JSON', file: 'a.chain.json', row: 3, found: 'endOfFile', expected: '}' } as const
  const foreign = { ...error, code: 'SCHEMA', file: 'package.json', path: 'format', found: 'nothing' } as const
  expect([cut, foreign].map((problem) => problemText(problem, 'en').what)).toEqual([
    'The file breaks off',
    'This is no chain file',
  ])
  expect(problemText({ ...cut, found: ',' }, 'en').what).toBe('This is not valid JSON')
  expect(problemText({ ...foreign, path: 'name' }, 'en').what).not.toBe('This is no chain file')
})
