import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { loadWords } from '../i18n/areas.ts'
import { writeChain } from '../io/write-chain.ts'
import { keepFile, keptFile } from '../state/persistence/file-handles.ts'
import type { ChainKeeper } from '../state/persistence/keeper-state.ts'
import type { KeptFile } from '../state/persistence/records.ts'
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
    return { file, handle }
  } catch (error) {
    return isGivenUp(error) ? null : undefined
  }
}

/** The open chain came from this file, and is written to it again; only a chain file: another one would lose its own format. */
export async function rememberFile(keeper: ChainKeeper, { file, handle }: ChosenFile): Promise<void> {
  if (!/\.chain\.json$/i.test(file.name)) return
  await keepFile(keeper.state.getState().id, { handle, lastModified: file.lastModified })
}

/**
 * The open chain came from a file that was dropped on the page.
 * @param dropped its place, as the browser gives it; null where it gives none
 */
export async function rememberDropped(keeper: ChainKeeper, file: File, dropped: Promise<unknown>): Promise<void> {
  const { id } = keeper.state.getState()
  const handle = await dropped
  // Another chain may have been opened meanwhile, and a folder can bear any name.
  if (handle instanceof FileSystemFileHandle && id === keeper.state.getState().id)
    await rememberFile(keeper, { file, handle })
}

/** Writes to the file of the chain, which is asked for once; a browser that writes no files gets a download. */
export async function save(stores: Stores, keeper: ChainKeeper): Promise<void> {
  const { showSaveFilePicker } = window as FilePickers
  if (!showSaveFilePicker) return downloadChain(stores)
  const { id } = keeper.state.getState()
  const { chain, origin } = stores.document.getState()
  try {
    const handle = await fileToWrite(id, () =>
      showSaveFilePicker.call(window, { suggestedName: `${baseName(origin)}.chain.json`, types: TYPES, id: 'chain' }),
    )
    const writable = await handle.createWritable()
    await writable.write(writeChain(chain))
    await writable.close()
    await keepFile(id, { handle, lastModified: (await handle.getFile()).lastModified })
    await say('writtenTo', handle.name)
  } catch (error) {
    // Closing the chooser is an answer; anything else must not leave a person without the file.
    if (!isGivenUp(error)) downloadChain(stores)
  }
}

async function fileToWrite(id: string, choose: () => Promise<FileSystemFileHandle>): Promise<FileSystemFileHandle> {
  const kept = await keptFile(id)
  if (!kept) return choose()
  const handle: AskingHandle = kept.handle
  const permission = handle.requestPermission ? await handle.requestPermission({ mode: 'readwrite' }) : 'granted'
  if (permission !== 'granted') return choose()
  if (!(await isOfOther(kept))) return handle
  await say('writtenByOther', handle.name)
  return choose()
}

/** Whether another program has written the file since; one that is gone can be written anew. */
async function isOfOther({ handle, lastModified }: KeptFile): Promise<boolean> {
  if (lastModified === null) return false
  try {
    return (await handle.getFile()).lastModified !== lastModified
  } catch {
    return false
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
