import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Asked } from '../analysis/surveys.ts'
import type { JobProgress, Runner, RunningJob } from '../analysis/runner.ts'
import type { WorkView } from '../analysis/worksheet/work-rows.ts'
import { keptWords } from '../i18n/kept-words.ts'
import type { FileJobs } from '../model/bring.ts'
import type { IsoDate } from '../model/chain.ts'
import type { FileFormatId } from '../model/file-formats.ts'
import type { HandoutFormatId, PaperSize } from '../model/handout-formats.ts'
import type { KeyFormat, MaskOptions, MaskSummary } from '../model/masking.ts'
import type { Problem } from '../model/problem.ts'
import type { Language } from '../model/local-text.ts'
import type { IndustryId } from '../model/surveys/questions.ts'
import type { ComputedState } from '../state/computed.ts'
import type { DocumentState } from '../state/document.ts'
import type { SessionState } from '../state/session.ts'
import type { ChainKeeper } from '../state/persistence/keeper-state.ts'
import type { Stores } from '../state/stores.ts'
import type { MapHandle } from './canvas/ChainMap.tsx'

/** What the page can do beyond the stores; given by the app, because files and workers live below the view. */
export interface Commands {
  readonly openShipped: (id: string) => void
  readonly openFile: (file: File) => void
  readonly saveFile: () => void
  /** Writes to the file that the chain came from or was saved to; asks for one where there is none. */
  readonly save: () => Promise<void>
  /** Hands the text of a chain file over. */
  readonly saveChain: (text: string, name: string) => void
  readonly chooseFile: () => void
  /**
   * Opens a chain file, and takes anything else to the sheet where files are brought in.
   * @param dropped the place of the only file, as the browser gives it, so that it can be written back to
   */
  readonly takeFiles: (files: readonly File[], dropped?: Promise<unknown>) => void
  /** A worker of its own for the sheet where files are brought in; ended by `cancel`. */
  readonly startFileJobs: () => FileJobs
  /** Writes the open chain, or only some of its enterprises, in a format and hands it over as a file. */
  readonly handOn: (format: FileFormatId, only?: readonly string[]) => Promise<void>
  /** Writes the version of the lists of a date as one table and hands it over. */
  readonly handOnList: (date: IsoDate, format: 'csv' | 'workbook') => Promise<void>
  /** Hands over a masked copy and its key as two files, or opens the copy here and hands over the key alone. */
  readonly maskNames: (wish: MaskWish) => Promise<MaskSummary>
  /** Opens a masked copy that came back, with its names again; the open chain stays where it is refused. */
  readonly unmask: (copy: File, key: File) => Promise<Unmasked>
  /** Makes a picture, pages, a report or slides of the shown day, and hands it over. */
  readonly handOut: (wish: HandoutWish, onProgress: (progress: JobProgress) => void) => Promise<RunningJob<void>>
  /** Writes the table of a special survey and hands it over; gives its name. */
  readonly survey: (wish: SurveyWish) => Promise<string>
  /** An address that opens the shown view; with the chain inside where it is wanted and fits. */
  readonly shareLink: (withChain: boolean) => Promise<SharedLink>
  readonly verifyReport: (file: File, onProgress: (progress: JobProgress) => void) => Promise<VerifiedReport>
}

export interface MaskWish extends MaskOptions {
  readonly key: KeyFormat
  readonly opens: boolean
}

/** What came of taking a mask off. */
export interface Unmasked {
  readonly isOpened: boolean
  /** The copy was changed since it was masked. */
  readonly isChanged: boolean
  readonly problems: readonly Problem[]
}

/** What to make of the shown day, and how. */
export interface HandoutWish {
  readonly format: HandoutFormatId | 'png'
  readonly language: Language
  /** Crews of the order of work in report and slides. */
  readonly crews: number
  /** Of printed pages. */
  readonly paper: PaperSize
  /** Of a PNG, pixels. */
  readonly width: number
  /** Of a work sheet: how its pages are divided, and the one page wanted; null = all. */
  readonly work?: { readonly view: WorkView; readonly group: string | null }
}

/** Which special survey, for whom, and in which kind of file. */
export interface SurveyWish {
  readonly industry: IndustryId
  readonly asked: Asked
  readonly ending: '.xlsx' | '.csv'
}

/** What came of computing a report again, in its own words. */
export interface VerifiedReport {
  readonly isEqual: boolean
  readonly sentence: string
}

export interface SharedLink {
  readonly address: string
  readonly hasChain: boolean
  /** What says less where the room for a code is short, longest first. */
  readonly shorter: readonly ShorterLink[]
}

export interface ShorterLink {
  readonly address: string
  /** `view`: no chain; `name`: no view either, only the chain's name and fingerprint. */
  readonly keeps: 'view' | 'name'
}

export interface ShippedChain {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
}

export interface AppContextValue {
  readonly stores: Stores
  readonly commands: Commands
  readonly shipped: readonly ShippedChain[]
  readonly keeper: ChainKeeper
  /** Does the planners' work, away from what the screen waits for. */
  readonly planner: Runner
  /** The map on screen, for what changes no state. */
  readonly map: { current: MapHandle | null }
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
  const { t: lookUp } = useTranslation()
  const t = useMemo(() => keptWords(lookUp), [lookUp])
  return { t, language: useSession((state) => state.language) }
}
