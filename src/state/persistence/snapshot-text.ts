import type { KeptState } from './operation.ts'
import { hashing, textHash } from './text-hash.ts'

/** What a snapshot says, and the hashes that vouch for it. */
export interface SnapshotText {
  readonly chain: string
  readonly chainHash: string
  readonly history: string
  readonly historyHash: string
}

/** Rows of a table that are written at once, and signs after which the page may do something else: some milliseconds each. */
const ROWS = 200
const BREATHE_AFTER = 200_000

/** Writes a state down at once. */
export function snapshotTextNow(head: string, state: KeptState): SnapshotText {
  const chain = JSON.stringify(state.chain)
  const history = JSON.stringify({ past: state.past, future: state.future })
  return { chain, chainHash: textHash(`${head}\n${chain}`), history, historyHash: textHash(history) }
}

/** The same in slices, so that a large chain holds up nothing. */
export async function snapshotText(head: string, state: KeptState): Promise<SnapshotText> {
  const chain = await inSlices(jsonPieces(state.chain))
  const history = await inSlices(jsonPieces({ past: state.past, future: state.future }))
  return {
    chain: chain.join(''),
    chainHash: await hashInSlices([head, '\n', ...chain]),
    history: history.join(''),
    historyHash: await hashInSlices(history),
  }
}

/** An object of plain data as `JSON.stringify` writes it, its long tables in pieces. */
export function* jsonPieces(value: object): Generator<string> {
  let separator = '{'
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue
    yield `${separator}${JSON.stringify(key)}:`
    separator = ','
    if (Array.isArray(member) && member.length > ROWS) yield* rowPieces(member)
    else yield JSON.stringify(member)
  }
  yield separator === '{' ? '{}' : '}'
}

function* rowPieces(rows: readonly unknown[]): Generator<string> {
  for (let from = 0; from < rows.length; from += ROWS) {
    const some = JSON.stringify(rows.slice(from, from + ROWS))
    yield `${from === 0 ? '[' : ','}${some.slice(1, -1)}`
  }
  yield ']'
}

async function inSlices(pieces: Iterable<string>): Promise<string[]> {
  const texts: string[] = []
  let length = 0
  for (const piece of pieces) {
    texts.push(piece)
    length += piece.length
    if (length < BREATHE_AFTER) continue
    length = 0
    await breath()
  }
  return texts
}

async function hashInSlices(texts: readonly string[]): Promise<string> {
  let length = 0
  const hash = hashing()
  for (const text of texts) {
    hash.take(text)
    length += text.length
    if (length < BREATHE_AFTER) continue
    length = 0
    await breath()
  }
  return hash.digits()
}

/** Lets the page do what waits. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
