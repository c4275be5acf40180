import type { Chain } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import { writeChain } from '../io/write-chain.ts'
import { openDocument, type Origin } from '../state/document.ts'
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
  const { chain, problems } = await openInWorker(fileWorker, new Uint8Array(await file.arrayBuffer()), name)
  return { chain, report: { file: name, isOpened: chain !== null, problems } }
}

export async function readShipped(id: string): Promise<{ chain: Chain | null; report: OpenReport }> {
  const shipped = SHIPPED.find((candidate) => candidate.id === id) ?? SHIPPED[0]!
  const response = await fetch(shipped.url)
  return readFile(await response.blob(), `${shipped.id}.chain.json`)
}

/** Shows another chain from its first scenario and first day; the view of the old one does not fit it. */
export function showChain(stores: Stores, chain: Chain, origin: Origin): void {
  stores.session.setState({
    scenarioId: '',
    day: 0,
    isPlaying: false,
    selection: null,
    trace: null,
    lit: null,
    listDate: null,
    preview: null,
    sizes: null,
    moved: {},
    folds: { rule: 'auto', open: [], leading: [] },
    camera: null,
    table: 'none',
  })
  openDocument(stores.document, { chain, origin })
}

/** Hands the open chain to the browser as a file. */
export function downloadChain({ document: store }: Stores): void {
  const { chain, origin } = store.getState()
  download(writeChain(chain), `${baseName(origin)}.chain.json`, 'application/json')
}
