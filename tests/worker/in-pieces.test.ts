import { expect, test } from 'vitest'
import { inPieces, joined } from '../../src/worker/in-pieces.ts'

const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `e${at}`, tags: [at, 'a'] }))

test('what crosses in pieces is whole again on the other side', () => {
  const chain = {
    name: { zh: '链' },
    enterprises: rows(2_500),
    blocks: rows(1_000),
    notes: [],
    imports: [{ id: 'import-1', rows: { enterprises: rows(1_001) } }, null],
  }
  const { rest, pieces } = structuredClone(inPieces(chain))
  expect(Math.max(...pieces.map((piece) => piece.rows.length))).toBeLessThanOrEqual(1_000)
  expect(JSON.stringify(rest).length).toBeLessThan(JSON.stringify(chain).length / 2)
  expect(JSON.stringify(joined({ rest, pieces }))).toBe(JSON.stringify(chain))
})
