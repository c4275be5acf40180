/** The reader of the browser test reads what is drawn, and refuses a code in which one square is wrong. */
import { expect, test } from 'vitest'
import { encode } from 'uqr'
import { readQr } from '../e2e/read-qr.ts'

const linkOf = (length: number): string =>
  `http://localhost:4173/#v1.${Array.from({ length }, (_, at) => 'aB3-_zQ9x'[(at * 7 + length) % 9]).join('')}`

test.each([1, 20, 80, 150, 300, 500, 800, 1_200, 1_700, 2_300, 2_850])(
  'a link of about %i signs is read back',
  (length) => {
    const text = linkOf(length)
    const { data } = encode(text, { ecc: 'L', border: 0 })
    expect(readQr(data)).toBe(text)
  },
)

test('one wrong square is noticed', () => {
  const { data } = encode(linkOf(200), { ecc: 'L', border: 0 })
  const wrong = data.map((row, y) => row.map((isDark, x) => (x === 20 && y === 20 ? !isDark : isDark)))
  expect(() => readQr(wrong)).toThrow(/does not check/)
})
