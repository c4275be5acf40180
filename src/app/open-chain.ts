import { fileBytes } from '../model/file-bytes.ts'
import type { Chain } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import type { ReadChain } from '../io/read-chain.ts'
import { writeChain } from '../io/write-chain.ts'
import { openDocument, type Origin } from '../state/document.ts'
import { OF_ONE_CHAIN } from '../state/session.ts'
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

export async function readFile(file: Blob, name: string): Promise<{ chain: Chain | null; report: OpenReport }> {
  const { chain, problems } = await openedOrNot(file, name)
  return { chain, report: { file: name, isOpened: chain !== null, problems } }
}

/** A folder, a file that has gone meanwhile, or one that its owner keeps to himself cannot be read at all. */
async function openedOrNot(file: Blob, name: string): Promise<ReadChain> {
  try {
    return await openInWorker(fileWorker, await fileBytes(file), name)
  } catch {
    const problem = { code: 'TYPE_MISMATCH', severity: 'error', found: 'unreadable', expected: 'chainFile' } as const
    return { chain: null, problems: [{ file: name, ...problem }] }
  }
}

export async function readShipped(id: string): Promise<{ chain: Chain | null; report: OpenReport }> {
  const shipped = SHIPPED.find((candidate) => candidate.id === id) ?? SHIPPED[0]!
  const response = await fetch(shipped.url)
  return readFile(await response.blob(), `${shipped.id}.chain.json`)
}

/** Shows another chain from its first scenario and first day; the view of the old one does not fit it. */
export function showChain(stores: Stores, chain: Chain, origin: Origin): void {
  stores.session.setState(OF_ONE_CHAIN)
  openDocument(stores.document, { chain, origin })
}

/** Hands the open chain to the browser as a file. */
export function downloadChain({ document: store }: Stores): void {
  const { chain, origin } = store.getState()
  download(writeChain(chain), `${baseName(origin)}.chain.json`, 'application/json')
}
