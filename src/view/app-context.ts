import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Runner } from '../analysis/runner.ts'
import type { FileFormatId } from '../model/file-formats.ts'
import type { Language } from '../model/local-text.ts'
import type { ComputedState } from '../state/computed.ts'
import type { DocumentState } from '../state/document.ts'
import type { SessionState } from '../state/session.ts'
import type { SaveState } from '../state/persistence.ts'
import type { Stores } from '../state/stores.ts'

/** What the page can do beyond the stores; given by the app, because files and workers live below the view. */
export interface Commands {
  readonly openShipped: (id: string) => void
  readonly openFile: (file: File) => void
  readonly saveFile: () => void
  readonly chooseFile: () => void
  /** Writes the open chain in a format and hands it over as a file. */
  readonly handOn: (format: FileFormatId) => Promise<void>
}

export interface ShippedChain {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
}

export interface AppContextValue {
  readonly stores: Stores
  readonly commands: Commands
  readonly shipped: readonly ShippedChain[]
  readonly saveState: SaveState
  /** Does the planners' work, away from what the screen waits for. */
  readonly planner: Runner
  /** Plays what the pointer rests on. */
  readonly previewer: Runner
}

export const AppContext = createContext<AppContextValue | null>(null)

export function useApp(): AppContextValue {
  const app = useContext(AppContext)
  if (!app) throw new Error('expected to be inside AppContext')
  return app
}

export const useDocument = <T>(select: (state: DocumentState) => T): T => useStore(useApp().stores.document, select)
export const useSession = <T>(select: (state: SessionState) => T): T => useStore(useApp().stores.session, select)
export const useComputed = <T>(select: (state: ComputedState) => T): T => useStore(useApp().stores.computed, select)

/** The words of the page and the language they are in. */
export function useWords() {
  const { t } = useTranslation()
  return { t, language: useSession((state) => state.language) }
}
