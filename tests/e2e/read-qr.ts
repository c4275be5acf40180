/**
 * Reads a QR code of the least error correction (L) from its squares, by ISO/IEC 18004 and apart from the code that draws it: format,
 * mask, the order of the bits, the blocks, and Reed-Solomon, whose remainders must all be 0.
 */

/** By version, 1 = first: check bytes of a block, and blocks (ISO/IEC 18004, table 9, level L). */
const CHECK_BYTES = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30,
  30, 30, 30, 30, 30, 30, 30, 30, 30,
] // prettier-ignore
const BLOCKS = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21,
  22, 24, 25,
] // prettier-ignore

/** Whether a mask turns a square about, by its number. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

type Squares = readonly (readonly boolean[])[]

/** @param squares dark = true, row by row, without the light border @throws Error where it is no such code */
export function readQr(squares: Squares): string {
  const version = (squares.length - 17) / 4
  if (!Number.isInteger(version) || version < 1 || version > 40)
    throw new Error(`no size of a QR code: ${squares.length}`)
  const mask = maskOf(squares)
  const codewords = codewordsOf(squares, version, MASKS[mask]!)
  return textOf(dataOf(codewords, version), version)
}

/** The format beside the upper left corner, from the highest bit on: two of correction, three of the mask. */
function maskOf(squares: Squares): number {
  const bits = [0, 1, 2, 3, 4].map((x) => Number(squares[8]![x]))
  const format = bits.reduce((sum, bit) => sum * 2 + bit, 0) ^ 0b10101
  if (format >> 3 !== 0b01) throw new Error(`expected correction L, got ${format >> 3}`)
  return format & 0b111
}

/** Middles of the small squares that keep a large code straight. */
function alignments(version: number): readonly number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const last = version * 4 + 10
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - step * (count - 2 - at))]
}

function isFunction(version: number): (x: number, y: number) => boolean {
  const size = version * 4 + 17
  const middles = alignments(version)
  const isNear = (x: number, y: number): boolean =>
    middles.some((cx) =>
      middles.some((cy) => {
        const isCorner = (cx === 6 && cy === 6) || (cx === 6 && cy === size - 7) || (cx === size - 7 && cy === 6)
        return !isCorner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2
      }),
    )
  return (x, y) =>
    x === 6 ||
    y === 6 ||
    (x <= 8 && y <= 8) ||
    (x >= size - 8 && y <= 8) ||
    (x <= 8 && y >= size - 8) ||
    (version >= 7 && ((x >= size - 11 && y <= 5) || (y >= size - 11 && x <= 5))) ||
    isNear(x, y)
}

/** Bits in pairs of columns from the right, up and down in turn, without what every code has. */
function codewordsOf(squares: Squares, version: number, isTurned: (x: number, y: number) => boolean): number[] {
  const size = squares.length
  const isTaken = isFunction(version)
  const bits: number[] = []
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (!isTaken(x, y)) bits.push(isTurned(x, y) === squares[y]![x] ? 0 : 1)
      }
    }
    isUp = !isUp
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  )
}

/** Bytes of the blocks one after the other; they lie in turns, short blocks first. */
function dataOf(codewords: readonly number[], version: number): number[] {
  const [check, count] = [CHECK_BYTES[version - 1]!, BLOCKS[version - 1]!]
  const long = codewords.length % count
  const length = Math.floor(codewords.length / count) - check
  const lengths = Array.from({ length: count }, (_, at) => length + (at >= count - long ? 1 : 0))
  const blocks: number[][] = lengths.map(() => [])
  let next = 0
  for (let at = 0; at <= length; at++) {
    lengths.forEach((long_, block) => {
      if (at < long_) blocks[block]!.push(codewords[next++]!)
    })
  }
  const sums: number[][] = lengths.map(() => [])
  for (let at = 0; at < check; at++) for (const sum of sums) sum.push(codewords[next++]!)
  blocks.forEach((block, at) => proveBlock([...block, ...sums[at]!], check))
  return blocks.flat()
}

/** Powers of 2 in the field of 256 with x^8 + x^4 + x^3 + x^2 + 1. */
const POWERS: number[] = [1]
for (let at = 1; at < 255; at++) POWERS.push((POWERS[at - 1]! << 1) ^ (POWERS[at - 1]! & 0x80 ? 0x11d : 0))
const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : POWERS[(POWERS.indexOf(a) + POWERS.indexOf(b)) % 255]!

/** @throws Error where a block is no word of its Reed-Solomon code */
function proveBlock(block: readonly number[], check: number): void {
  for (let power = 0; power < check; power++) {
    const rest = block.reduce((sum, byte) => times(sum, POWERS[power]!) ^ byte, 0)
    if (rest !== 0) throw new Error(`a block does not check at power ${power}`)
  }
}

const BITS_OF_MODE = { bytes: 0b0100, alphanumeric: 0b0010, end: 0 } as const
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** Segments of bytes and of capital letters, until the end. */
function textOf(data: readonly number[], version: number): string {
  let at = 0
  const take = (count: number): number => {
    let value = 0
    for (let bit = 0; bit < count; bit++, at++) value = value * 2 + ((data[at >> 3]! >> (7 - (at & 7))) & 1)
    return value
  }
  const bytes: number[] = []
  while (at + 4 <= data.length * 8) {
    const mode = take(4)
    if (mode === BITS_OF_MODE.end) break
    if (mode === BITS_OF_MODE.bytes) {
      const count = take(version < 10 ? 8 : 16)
      for (let byte = 0; byte < count; byte++) bytes.push(take(8))
    } else if (mode === BITS_OF_MODE.alphanumeric) {
      const count = take(version < 10 ? 9 : version < 27 ? 11 : 13)
      for (let sign = 0; sign + 1 < count; sign += 2) {
        const pair = take(11)
        bytes.push(ALPHANUMERIC.charCodeAt(Math.floor(pair / 45)), ALPHANUMERIC.charCodeAt(pair % 45))
      }
      if (count % 2 === 1) bytes.push(ALPHANUMERIC.charCodeAt(take(6)))
    } else throw new Error(`expected bytes or letters, got mode ${mode}`)
  }
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
