import { Cancelled } from '../analysis/runner.ts'
import { fileBytes } from '../model/file-bytes.ts'
import type { Chain } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import { writeChain } from '../io/write-chain.ts'
import { opening } from '../state/opening.ts'
import type { Stores } from '../state/stores.ts'
import { baseName, download } from './download.ts'
import { SHIPPED } from './shipped-chains.ts'
import { openInWorker } from '../worker/file-jobs.ts'
import { fileWorker } from './workers.ts'

/** What came of opening a file; a chain that was not opened leaves the open one as it is. */
export interface OpenReport {
  readonly file: string
  readonly isOpened: boolean
  readonly problems: readonly Problem[]
}

interface ReadFile {
  readonly chain: Chain | null
  readonly report: OpenReport
}

/** @returns null when a person has given up waiting */
export async function readFile(file: Blob, name: string): Promise<ReadFile | null> {
  opening.getState().now?.cancel()
  const events = {
    begun: (cancel: () => void) => opening.setState({ now: { file: name, done: 0, cancel } }),
    progress: (done: number) => opening.setState(({ now }) => ({ now: now && { ...now, done } })),
  }
  try {
    const bytes = await fileBytes(file)
    const { chain, problems } = await openInWorker(fileWorker, { bytes, name }, events)
    return { chain, report: { file: name, isOpened: chain !== null, problems } }
  } catch (error) {
    if (error instanceof Cancelled) return null
    // A folder, a file that has gone meanwhile, or one that its owner keeps to himself cannot be read at all.
    const problem = { code: 'TYPE_MISMATCH', severity: 'error', found: 'unreadable', expected: 'chainFile' } as const
    return { chain: null, report: { file: name, isOpened: false, problems: [{ file: name, ...problem }] } }
  } finally {
    opening.setState({ now: null })
  }
}

export async function readShipped(id: string): Promise<ReadFile | null> {
  const shipped = SHIPPED.find((candidate) => candidate.id === id) ?? SHIPPED[0]!
  const response = await fetch(shipped.url)
  return readFile(await response.blob(), `${shipped.id}.chain.json`)
}

/** Hands the open chain to the browser as a file. */
export function downloadChain({ document: store }: Stores): void {
  const { chain, origin } = store.getState()
  download(writeChain(chain), `${baseName(origin)}.chain.json`, 'application/json')
}
