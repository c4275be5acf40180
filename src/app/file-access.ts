import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { loadWords } from '../i18n/areas.ts'
import { writeChain } from '../io/write-chain.ts'
import { keepHandle, keptHandle } from '../state/persistence/file-handles.ts'
import type { ChainKeeper } from '../state/persistence/keeper-state.ts'
import type { Stores } from '../state/stores.ts'
import { baseName } from './download.ts'
import { downloadChain } from './open-chain.ts'

/** What browsers have beyond the standard's types. */
interface FilePickers {
  readonly showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>
  readonly showOpenFilePicker?: (options: object) => Promise<readonly FileSystemFileHandle[]>
}
type AskingHandle = FileSystemFileHandle & {
  readonly requestPermission?: (options: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

const TYPES = [{ description: 'Changlian', accept: { 'application/json': ['.chain.json' as const] } }]

/** State of each file as it was last read or written here, in milliseconds since 1970; another program may have written it since. */
const lastKnown = new WeakMap<FileSystemFileHandle, number>()

/** A chooser that was closed has answered. */
const isGivenUp = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

interface ChosenFile {
  readonly file: File
  readonly handle: FileSystemFileHandle
}

/**
 * Asks for a file in a way by which it can be written back to.
 * @returns null when nothing was chosen, undefined where the browser has no such chooser
 */
export async function chosenFile(): Promise<ChosenFile | null | undefined> {
  const { showOpenFilePicker } = window as FilePickers
  if (!showOpenFilePicker) return undefined
  try {
    const [handle] = await showOpenFilePicker.call(window, { id: 'chain' })
    if (!handle) return null
    const file = await handle.getFile()
    lastKnown.set(handle, file.lastModified)
    return { file, handle }
  } catch (error) {
    return isGivenUp(error) ? null : undefined
  }
}

/** The open chain came from this file, and is written to it again; only a chain file: another one would lose its own format. */
export async function rememberFile(keeper: ChainKeeper, { file, handle }: ChosenFile): Promise<void> {
  if (/\.chain\.json$/i.test(file.name)) await keepHandle(keeper.state.getState().id, handle)
}

/** Writes to the file of the chain, which is asked for once; a browser that writes no files gets a download. */
export async function save(stores: Stores, keeper: ChainKeeper): Promise<void> {
  const { showSaveFilePicker } = window as FilePickers
  if (!showSaveFilePicker) return downloadChain(stores)
  const { id } = keeper.state.getState()
  const { chain, origin } = stores.document.getState()
  try {
    const handle = await chosenHandle(id, () =>
      showSaveFilePicker.call(window, { suggestedName: `${baseName(origin)}.chain.json`, types: TYPES, id: 'chain' }),
    )
    const writable = await handle.createWritable()
    await writable.write(writeChain(chain))
    await writable.close()
    lastKnown.set(handle, (await handle.getFile()).lastModified)
    await keepHandle(id, handle)
    await say('writtenTo', handle.name)
  } catch (error) {
    // Closing the chooser is an answer; anything else must not leave a person without the file.
    if (!isGivenUp(error)) downloadChain(stores)
  }
}

async function chosenHandle(id: string, choose: () => Promise<FileSystemFileHandle>): Promise<FileSystemFileHandle> {
  const kept: AskingHandle | null = await keptHandle(id)
  if (!kept) return choose()
  const permission = kept.requestPermission ? await kept.requestPermission({ mode: 'readwrite' }) : 'granted'
  if (permission !== 'granted') return choose()
  const known = lastKnown.get(kept)
  if (known === undefined || (await modifiedOf(kept)) === known) return kept
  await say('writtenByOther', kept.name)
  return choose()
}

/** A file that is gone can be written anew. */
async function modifiedOf(handle: FileSystemFileHandle): Promise<number | undefined> {
  try {
    return (await handle.getFile()).lastModified
  } catch {
    return lastKnown.get(handle)
  }
}

async function say(what: 'writtenTo' | 'writtenByOther', file: string): Promise<void> {
  await loadWords('storage')
  notifications.show({
    message: i18next.t(`storage.${what}`, { file }),
    color: what === 'writtenTo' ? 'blue' : 'orange',
    closeButtonProps: { 'aria-label': i18next.t('app.close') },
  })
}
