/** Large texts and their hashes, made without holding up the page; what is small does not come here. */
import type { KeptState, Operation } from './operation.ts'
import type { SnapshotText } from './snapshot-text.ts'
import { hashing } from './text-hash.ts'

/** Rows of a table that are written at once, and signs after which the page may do something else: some milliseconds each. */
const ROWS = 200
const BREATHE_AFTER = 200_000

/** Writes a state down so that a large chain holds up nothing. */
export async function snapshotTextInSlices(head: string, state: KeptState): Promise<SnapshotText> {
  const chain = await inSlices(jsonPieces(state.chain))
  const history = await inSlices(jsonPieces({ past: state.past, future: state.future }))
  return {
    chain: chain.join(''),
    chainHash: await hashInSlices([head, '\n', ...chain]),
    history: history.join(''),
    historyHash: await hashInSlices(history),
  }
}

/** Levels below which lists are written at once; a table in the patches of the history lies at the fifth. */
const LEVELS = 6

/** Plain data as `JSON.stringify` writes it, its long lists in pieces. */
export function* jsonPieces(value: object, level = 0): Generator<string> {
  if (Array.isArray(value)) return yield* listPieces(value, level)
  let separator = '{'
  for (const [key, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue
    yield `${separator}${JSON.stringify(key)}:`
    separator = ','
    yield* memberPieces(member, level)
  }
  yield separator === '{' ? '{}' : '}'
}

function* memberPieces(member: unknown, level: number): Generator<string> {
  if (typeof member === 'object' && member !== null && level < LEVELS && !isShort(member))
    yield* jsonPieces(member, level + 1)
  else yield member === undefined ? 'null' : JSON.stringify(member)
}

/** A record without lists, which is written at once. */
const isShort = (value: object): boolean =>
  !Array.isArray(value) && Object.values(value).every((member) => typeof member !== 'object')

function* listPieces(rows: readonly unknown[], level: number): Generator<string> {
  let separator = '['
  if (rows.length > ROWS) {
    for (let from = 0; from < rows.length; from += ROWS) {
      yield separator + JSON.stringify(rows.slice(from, from + ROWS)).slice(1, -1)
      separator = ','
    }
  } else {
    for (const row of rows) {
      yield separator
      separator = ','
      yield* memberPieces(row, level)
    }
  }
  yield separator === '[' ? '[]' : ']'
}

/** Takes texts one after the other, with a breath for the page in between. */
async function eachInSlices(texts: Iterable<string>, take: (text: string) => void): Promise<void> {
  let length = 0
  for (const text of texts) {
    take(text)
    length += text.length
    if (length < BREATHE_AFTER) continue
    length = 0
    await breath()
  }
}

async function inSlices(pieces: Iterable<string>): Promise<string[]> {
  const texts: string[] = []
  await eachInSlices(pieces, (piece) => texts.push(piece))
  return texts
}

/** The hash of a text that comes in parts. */
async function hashInSlices(texts: readonly string[]): Promise<string> {
  const hash = hashing()
  await eachInSlices(texts, hash.take)
  return hash.digits()
}

/** Lets the page do what waits. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Operations written down without holding up the page, with their hashes as they follow the place. */
export interface WrittenDown {
  readonly bodies: ReadonlyMap<Operation, string>
  readonly hashes: readonly string[]
}

/** @param after the number and the hash of the operation before */
export async function operationTexts(
  after: { readonly head: string; readonly seq: number },
  operations: readonly Operation[],
): Promise<WrittenDown> {
  const bodies = new Map<Operation, string>()
  const hashes: string[] = []
  let { head, seq } = after
  for (const operation of operations) {
    const body = (await inSlices(jsonPieces(operation))).join('')
    head = await hashOf(`${head}\n${++seq}\n`, body)
    bodies.set(operation, body)
    hashes.push(head)
  }
  return { bodies, hashes }
}

/** @param lead what stands before the text */
function hashOf(lead: string, text: string): Promise<string> {
  const parts = [lead]
  for (let at = 0; at < text.length; at += BREATHE_AFTER) parts.push(text.slice(at, at + BREATHE_AFTER))
  return hashInSlices(parts)
}
