import { writeChain } from '../io/write-chain.ts'
import { keepHandle, keptHandle } from '../state/persistence/file-handles.ts'
import type { ChainKeeper } from '../state/persistence/keeper-state.ts'
import type { Stores } from '../state/stores.ts'
import { baseName } from './download.ts'
import { downloadChain } from './open-chain.ts'

/** What browsers have beyond the standard's types. */
interface FilePickers {
  readonly showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>
}
type AskingHandle = FileSystemFileHandle & {
  readonly requestPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

const TYPES = [{ description: 'Changlian', accept: { 'application/json': ['.chain.json' as const] } }]

/** Writes to the file of the chain, which is asked for once; a browser that writes no files gets a download. */
export async function save(stores: Stores, keeper: ChainKeeper): Promise<void> {
  const { showSaveFilePicker } = window as FilePickers
  if (!showSaveFilePicker) return downloadChain(stores)
  const { id } = keeper.state.getState()
  const { chain, origin } = stores.document.getState()
  try {
    const handle = await chosenHandle(id, () =>
      showSaveFilePicker.call(window, { suggestedName: `${baseName(origin)}.chain.json`, types: TYPES }),
    )
    const writable = await handle.createWritable()
    await writable.write(writeChain(chain))
    await writable.close()
    await keepHandle(id, handle)
  } catch (error) {
    // Closing the chooser is an answer; anything else must not leave a person without the file.
    if (!(error instanceof DOMException && error.name === 'AbortError')) downloadChain(stores)
  }
}

async function chosenHandle(id: string, choose: () => Promise<FileSystemFileHandle>): Promise<FileSystemFileHandle> {
  const kept: AskingHandle | null = await keptHandle(id)
  if (!kept) return choose()
  const permission = kept.requestPermission ? await kept.requestPermission({ mode: 'readwrite' }) : 'granted'
  return permission === 'granted' ? kept : choose()
}
