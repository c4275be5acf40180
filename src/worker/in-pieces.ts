/** Long lists cross from a worker in pieces, so that the page has a frame between two of them. */

/** Rows that cross at once: a few milliseconds. */
const PIECE = 1_000

type Path = readonly (string | number)[]

export interface Piece {
  /** Of the list in the whole. */
  readonly path: Path
  readonly rows: readonly unknown[]
}

interface Cut {
  /** The whole with its long lists empty. */
  readonly rest: unknown
  readonly pieces: readonly Piece[]
}

export function inPieces(whole: unknown): Cut {
  const pieces: Piece[] = []
  const rest = cut(whole, [], pieces)
  return { rest, pieces }
}

function cut(value: unknown, path: Path, pieces: Piece[]): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (!Array.isArray(value))
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, cut(field, [...path, name], pieces)]))
  if (value.length <= PIECE) return value.map((row, at) => cut(row, [...path, at], pieces))
  for (let at = 0; at < value.length; at += PIECE) pieces.push({ path, rows: value.slice(at, at + PIECE) })
  return []
}

/** @param rest its empty lists are filled */
export function joined({ rest, pieces }: Cut): unknown {
  for (const { path, rows } of pieces) {
    let place = rest as Record<string | number, unknown>
    for (const step of path) place = place[step] as Record<string | number, unknown>
    const list = place as unknown as unknown[]
    for (const row of rows) list.push(row)
  }
  return rest
}
