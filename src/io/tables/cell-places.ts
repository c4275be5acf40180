/** No honest sheet has so many cells out of order; the reader refuses much more. */
const MOST_REMEMBERED = 8_000_000

/** Columns of a sheet at most. */
const MOST_COLUMNS = 16_384

/**
 * Where a walk through a sheet stands; a row or cell without a reference follows the one before it.
 * References are given as their place in the bytes, behind the quote; -1 without one.
 */
export function cellPlaces() {
  /** Row times the number of columns, plus the column; only once cells no longer come in order. */
  let seen: Set<number> | null = null
  const inOrder: number[] = []
  let last = -1
  const places = {
    /** From 1. */
    row: 0,
    /** From 1. */
    column: 0,
    startRow(part: Uint8Array, reference: number): void {
      const row = reference < 0 ? 0 : digitsAt(part, reference)
      places.row = row > 0 ? row : places.row + 1
      places.column = 0
    },
    /** Goes to the next cell. */
    isTaken(part: Uint8Array, reference: number): boolean {
      goTo(part, reference)
      const place = places.row * MOST_COLUMNS + places.column
      if (!seen && place > last) {
        last = place
        if (inOrder.length < MOST_REMEMBERED) inOrder.push(place)
        return false
      }
      seen ??= new Set(inOrder)
      if (seen.has(place)) return true
      if (seen.size < MOST_REMEMBERED) seen.add(place)
      return false
    },
  }
  const goTo = (part: Uint8Array, reference: number): void => {
    let column = 0
    // Before the first byte there is no letter.
    let at = reference
    for (; isLetter(part[at]); at++) column = column * 26 + (part[at]! & 0x1f)
    places.column = column > 0 && column <= MOST_COLUMNS ? column : places.column + 1
    const row = column > 0 ? digitsAt(part, at) : 0
    if (row > 0) places.row = row
  }
  return places
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))

function digitsAt(part: Uint8Array, from: number): number {
  let value = 0
  for (let at = from; part[at]! >= 0x30 && part[at]! <= 0x39; at++) value = value * 10 + part[at]! - 0x30
  return value
}
