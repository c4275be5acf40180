import type { ComponentType } from 'react'
import { loadWords } from '../../i18n/areas.ts'
import { editWords } from './edit/late.ts'
import { TABLES, type SheetId, type TableId } from '../../state/sheets.ts'

interface SheetView {
  /** Brings the sheet and its words. */
  readonly load: () => Promise<ComponentType>
}

const table: SheetView = {
  load: async () => {
    await Promise.all([loadWords('table'), editWords()])
    return (await import('./TableSheet.tsx')).TableSheet
  },
}
const tables = Object.fromEntries(TABLES.map((id) => [id, table])) as Record<TableId, SheetView>

/** The sheets that lie over the map, each loaded when it is first opened. */
export const SHEET_VIEWS: Readonly<Record<SheetId, SheetView>> = {
  ...tables,
  history: {
    load: async () => {
      await editWords()
      return (await import('./edit/HistorySheet.tsx')).HistorySheet
    },
  },
  handout: {
    load: async () => {
      await loadWords('handout')
      return (await import('./handout/HandoutSheet.tsx')).HandoutSheet
    },
  },
  storage: {
    load: async () => {
      await loadWords('storage')
      return (await import('./storage/StorageSheet.tsx')).StorageSheet
    },
  },
  recovery: {
    load: async () => {
      await loadWords('storage')
      return (await import('./storage/RecoverySheet.tsx')).RecoverySheet
    },
  },
  folds: {
    load: async () => {
      await Promise.all([loadWords('table'), loadWords('folds')])
      return (await import('./folding/FoldSheet.tsx')).FoldSheet
    },
  },
  regions: {
    load: async () => {
      await Promise.all([loadWords('table'), loadWords('regions')])
      return (await import('./regions/RegionSheet.tsx')).RegionSheet
    },
  },
  work: {
    load: async () => {
      await loadWords('work')
      return (await import('./worksheet/WorkSheet.tsx')).WorkSheet
    },
  },
  mask: {
    load: async () => {
      await loadWords('mask')
      return (await import('./mask/MaskSheet.tsx')).MaskSheet
    },
  },
  lists: {
    load: async () => {
      await Promise.all([loadWords('lists'), loadWords('analysis')])
      return (await import('./lists/ListsSheet.tsx')).ListsSheet
    },
  },
  share: {
    load: async () => {
      await loadWords('share')
      return (await import('./share/ShareSheet.tsx')).ShareSheet
    },
  },
  bring: {
    load: async () => {
      await Promise.all([loadWords('bring'), editWords()])
      return (await import('./bring/BringSheet.tsx')).BringSheet
    },
  },
  scenes: {
    load: async () => {
      await loadWords('present')
      return (await import('./scenes/ScenesSheet.tsx')).ScenesSheet
    },
  },
  compare: {
    load: async () => {
      await loadWords('compare')
      return (await import('./compare/CompareSheet.tsx')).CompareSheet
    },
  },
  observed: {
    load: async () => {
      await loadWords('observed')
      return (await import('./observed/ObservedSheet.tsx')).ObservedSheet
    },
  },
  analysis: {
    load: async () => {
      await loadWords('analysis')
      return (await import('./AnalysisSheet.tsx')).AnalysisSheet
    },
  },
}
