import { expect, test } from 'vitest'
import { amount, percent, textTable } from '../../src/cli/text-table.ts'

test('columns line up where Chinese characters stand, each two cells wide', () => {
  const table = textTable(
    [
      { heading: '企业', align: 'left' },
      { heading: 'level', align: 'right' },
    ],
    [
      ['宁德时代', '100.0%'],
      ['H', '0.0%'],
    ],
  )
  expect(table.split('\n')).toEqual(['企业       level', '宁德时代  100.0%', 'H           0.0%', ''])
})

test('figures are short and never hide that there is none', () => {
  expect([0, 0.3, 1, 1.25].map(percent)).toEqual(['0.0%', '30.0%', '100.0%', '125.0%'])
  expect(percent(Number.NaN)).toBe('–')
  expect([0, 0.05, 12.34567, 123456.7].map(amount)).toEqual(['0', '0.05', '12.35', '123500'])
})

test('a name with a line break stays on its row', () => {
  const heading = { heading: 'name', align: 'left' } as const
  expect(textTable([heading, heading], [['甲公司\r\n（总部）', 'x']]).split('\n')).toHaveLength(3)
})
