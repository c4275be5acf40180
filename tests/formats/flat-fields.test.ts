import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHAIN_SHAPE } from '../../src/io/chain-fields.ts'
import type { JsonObject } from '../../src/io/check-shape.ts'
import { isExact, listOf, listText } from '../../src/io/formats/exact-text.ts'
import { flatRow, flatShape, rowOf } from '../../src/io/formats/flat-fields.ts'
import { writeChain } from '../../src/io/write-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { anyChain } from '../io/any-chain.ts'

const tables = [...CHAIN_SHAPE.fields].flatMap(([table, field]) =>
  field.kind === 'rows' ? [{ table, of: field.of }] : [],
)

test('every row of every table comes back from its cells', () => {
  expect(tables.length).toBeGreaterThanOrEqual(8)
  fc.assert(
    fc.property(anyChain, fc.constantFrom(Infinity, 20), (chain, longest) => {
      const again = Object.fromEntries(
        Object.entries(chain).map(([field, value]) => {
          const shape = tables.find(({ table }) => table === field)
          if (!shape) return [field, value]
          const flat = flatShape(shape.of, { longest })
          return [field, (value as JsonObject[]).map((row) => rowOf(flatRow(row, flat), flat))]
        }),
      )
      expect(writeChain(again as unknown as Chain)).toBe(writeChain(chain))
    }),
    { numRuns: 300 },
  )
})

test('every text in a cell is one that all formats carry', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      for (const { table, of } of tables) {
        const flat = flatShape(of)
        for (const row of (chain as unknown as Record<string, JsonObject[] | undefined>)[table] ?? []) {
          for (const cell of flatRow(row, flat).values()) expect(typeof cell !== 'string' || isExact(cell)).toBe(true)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('any list of ids comes back from one cell', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 5 })), (ids) => {
      expect(listOf(listText(ids))).toEqual(ids)
    }),
  )
  expect(listText(['W1', 'W2'])).toBe('W1; W2')
})

test('a cell that a person fills wins over the kept JSON', () => {
  const flat = flatShape(tables.find(({ table }) => table === 'blocks')!.of)
  const cells = new Map([...flatRow({ id: 'b', due: null }, flat), ['due', '2020/2/3'] as const])
  expect(rowOf(cells, flat)).toEqual({ id: 'b', due: '2020-02-03' })
})
