import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { withUnseenShown } from '../io/unseen.ts'

/** What a command may do with the world outside; tests hand in their own. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Writes piece by piece, so that no text has to fit into one string. */
  print(pieces: Iterable<string>): Promise<void>
  printError(text: string): void
  read(path: string): Promise<Uint8Array>
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Whether there is a file of that name. */
  isThere(path: string): Promise<boolean>
  /** A line on stderr that overwrites itself, only where a person looks on; `done === total` takes it away. */
  progress(label: string, done: number, total: number): void
}

/** Shows characters that would steer the terminal or turn a line round as escapes: names come from files that anybody may have made. */
export const showingUnseen = (terminal: Terminal): Terminal => ({
  ...terminal,
  print: (pieces) => terminal.print(eachShown(pieces)),
  printError: (text) => terminal.printError(withUnseenShown(text)),
})

function* eachShown(pieces: Iterable<string>): Iterable<string> {
  for (const piece of pieces) yield withUnseenShown(piece)
}

const MILLISECONDS_BETWEEN_LINES = 100
const PIECE_CHARACTERS = 1 << 16

export function processTerminal(): Terminal {
  return {
    env: process.env,
    print: printAll,
    printError: (text) => void process.stderr.write(text),
    read: (path) => readFile(path),
    write: (path, bytes) => writeFile(path, bytes),
    isThere: (path) =>
      stat(path).then(
        (found) => found.isFile(),
        () => false,
      ),
    progress: progressLine(),
  }
}

async function printAll(pieces: Iterable<string>): Promise<void> {
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length < PIECE_CHARACTERS) continue
    if (!process.stdout.write(waiting)) await once(process.stdout, 'drain')
    waiting = ''
  }
  process.stdout.write(waiting)
}

function progressLine(): Terminal['progress'] {
  // A computation that is over within a moment shows nothing.
  let last = Date.now()
  let isShown = false
  return (label, done, total) => {
    if (!process.stderr.isTTY) return
    if (done >= total) {
      if (isShown) process.stderr.write('\r\u001b[K')
      isShown = false
    } else if (Date.now() - last >= MILLISECONDS_BETWEEN_LINES) {
      last = Date.now()
      isShown = true
      process.stderr.write(`\r\u001b[K${label} ${done}/${total}`)
    }
  }
}
