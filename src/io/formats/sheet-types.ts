import type { Language } from '../../model/local-text.ts'
import type { DifferenceKind, ListRole } from '../../analysis/lists/list-versions.ts'
import type { FlatKind, FlatValue } from './flat-fields.ts'
import type { RowTable } from './sheet-tables.ts'

export type SheetId = RowTable | 'readme' | 'chain' | 'results' | 'days'

/** Columns of a version of the lists as a table. */
export type ListColumn =
  | 'id' | 'name' | 'code' | 'role' | 'stage' | 'region' | 'industry' | 'foreign' | 'listDate' | 'change' | 'reason' | 'before'
  | 'after' // prettier-ignore

/** Words of a workbook in one language; given by whoever writes it, because texts lie beside this floor. */
export interface SheetWords {
  readonly sheets: Readonly<Record<SheetId, string>>
  /** Headings by field, with their unit. */
  readonly fields: Readonly<Record<string, string>>
  /** Second half of a heading: language, end of a range, target of a block, `name`. */
  readonly parts: Readonly<Record<string, string>>
  /** What a field means and which values it takes. */
  readonly meanings: Readonly<Record<string, string>>
  /** One version of the lists as a table. */
  readonly list: {
    readonly titles: Readonly<Record<'list' | 'changes', string>>
    readonly columns: Readonly<Record<ListColumn, string>>
    readonly roles: Readonly<Record<ListRole, string>>
    readonly kinds: Readonly<Record<DifferenceKind, string>>
    readonly flags: Readonly<Record<'yes' | 'no', string>>
  }
  readonly readme: {
    readonly sheet: string
    readonly field: string
    readonly heading: string
    readonly meaning: string
    readonly rows: string
    /** Paragraphs at the top. */
    readonly lines: readonly string[]
    /** Said where there are too many levels for a sheet. */
    readonly levelsLeftOut: string
  }
}

export interface SheetColumn {
  readonly heading: string
  /**
   * What the machine row says: `enterprises.name.zh`; with `#` in front where the column is for people and is passed over when read;
   * '' where the sheet has no machine row.
   */
  readonly field: string
  readonly kind: FlatKind | 'share'
  /** Every value that a cell of the column may hold; absent = not a closed set. */
  readonly choices?: readonly string[]
}

export interface WrittenSheet {
  /** Name of the sheet within a set of files. */
  readonly id: string
  readonly title: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly (FlatValue | null)[])[]
}

export interface SheetOptions {
  readonly language: Language
  readonly words: SheetWords
  /** Scenario whose results are added; null = none. */
  readonly scenarioId: string | null
}
