import { expect, test } from 'vitest'
import { help as en } from '../../src/i18n/en/help.ts'
import { help as zh } from '../../src/i18n/zh/help.ts'
import { localPart } from '../../src/model/local-part.ts'
import { filterLines, listEntries, orderLines, ranksOf, type BlockLine } from '../../src/view/panels/block-lines.ts'
import type { GridRow } from '../../src/view/panels/grid.ts'
import { nextSort, sortRows } from '../../src/view/panels/grid-order.ts'
import { SHORTCUTS } from '../../src/view/shortcuts.ts'

const NOBODY = { rows: new Int32Array(), days: new Float64Array() }

function line(
  id: string,
  more: { gain?: number; cleared?: string; severity?: number; since?: number } = {},
): BlockLine {
  const severity = more.severity ?? 1
  return {
    block: { id, at: { enterprise: id }, cause: 'labour', severity },
    timed: { id, kind: 'capacity', row: 0, severity, since: more.since ?? 0, until: Infinity, rampDays: 0 },
    position: 0,
    gain:
      more.gain === undefined
        ? null
        : { block: 0, gain: more.gain, rank: 1, firstFelt: -1, winners: NOBODY, losers: NOBODY },
    cleared: more.cleared ?? null,
    severity,
    name: id,
    holder: '',
  }
}

const ids = (lines: readonly BlockLine[]) => lines.map(({ block }) => block.id).join(' ')

test('what frees most comes first, and what is cleared last', () => {
  const lines = [line('a', { gain: 1 }), line('b', { gain: 5, cleared: '2020-02-10' }), line('c', { gain: 3 })]
  expect(ids(orderLines(lines, 'gain'))).toBe('c a b')
})

test('severity, age and name order the list as well', () => {
  const lines = [
    line('b', { severity: 0.2, since: 1 }),
    line('c', { severity: 0.9, since: 5 }),
    line('a', { since: 3 }),
  ]
  expect(ids(orderLines(lines, 'severity'))).toBe('a c b')
  expect(ids(orderLines(lines, 'since'))).toBe('b a c')
  expect(ids(orderLines(lines, 'name'))).toBe('a b c')
})

test('two blocks that free something only together stand where their common gain puts them, while both are open', () => {
  const lines = orderLines([line('a', { gain: 9 }), line('b', { gain: 0 }), line('c', { gain: 0 })], 'gain')
  const pair = [{ blocks: ['b', 'c'], gain: 4 }]
  expect(listEntries(lines, pair, 'gain').map(({ key }) => key)).toEqual(['a', 'b+c', 'b', 'c'])
  expect(listEntries(lines, pair, 'name')).toHaveLength(3)
  const one = orderLines([line('b', { gain: 0, cleared: '2020-02-10' }), line('c', { gain: 0 })], 'gain')
  expect(listEntries(one, pair, 'gain')).toHaveLength(2)
})

test('blocks that win the same share a number, and while nothing is known each has its own', () => {
  const lines = orderLines([line('a', { gain: 9 }), line('b', { gain: 0 }), line('c', { gain: 0 })], 'gain')
  const pair = [{ blocks: ['b', 'c'], gain: 4 }]
  expect(ranksOf(listEntries(lines, pair, 'gain'), 'gain')).toEqual([1, 2, 3, 3])
  expect(ranksOf(listEntries(lines, pair, 'name'), 'name')).toEqual([1, 2, 3])
  const unknown = [line('a'), line('b')]
  expect(ranksOf(listEntries(unknown, [], 'gain'), 'gain')).toEqual([1, 2])
})

test('the filter finds by name and by cause, whatever the case', () => {
  const lines = [line('Handle'), line('Cable')]
  expect(ids(filterLines(lines, 'HAND', () => 'short of labour'))).toBe('Handle')
  expect(filterLines(lines, 'labour', () => 'short of labour')).toHaveLength(2)
})

const row = (id: string, value: string | number): GridRow => ({ id, search: id, values: { x: value } })
const WORDS = new Intl.Collator('en')

test('empty cells stay last whichever way a column is sorted', () => {
  const rows = [row('none', Number.NaN), row('two', 2), row('one', 1)]
  const order = (direction: 'up' | 'down') => sortRows(rows, { id: 'x', direction }, WORDS).map(({ id }) => id)
  expect(order('up')).toEqual(['one', 'two', 'none'])
  expect(order('down')).toEqual(['two', 'one', 'none'])
})

test('a third click on a heading gives the order of the file back', () => {
  const column = { id: 'x', isNumber: true }
  const first = nextSort(null, column)
  expect(first?.direction).toBe('down')
  expect(nextSort(nextSort(first, column), column)).toBeNull()
})

test('a text in both languages shows the one asked for; any other stays whole', () => {
  expect(localPart('广东深圳 · Shenzhen, Guangdong', 'zh')).toBe('广东深圳')
  expect(localPart('制动控制 · ABS/ESC', 'en')).toBe('ABS/ESC')
  expect(localPart('ABS · ESC', 'en')).toBe('ABS · ESC')
  expect(localPart('湖北', 'en')).toBe('湖北')
})

test('no key is used twice, and the help says each in both languages', () => {
  const all = [...SHORTCUTS.onMap, ...SHORTCUTS.always]
  const keys = all.flatMap(({ hears }) => [...hears])
  expect(new Set(keys).size).toBe(keys.length)
  for (const { name } of all) for (const words of [en, zh]) expect(words.keys[name]).toBeTruthy()
})
