/** What is agreed between the readers of people's tables, the page and the command line. */
import type { Chain, IsoDate } from './chain.ts'
import type { GraphMapping } from './graph-mapping.ts'
import type { Problem } from './problem.ts'

export const TABLE_ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type TableEncoding = (typeof TABLE_ENCODINGS)[number]

/** The full-width ones and the enumeration comma come from Chinese keyboards. */
export const SEPARATORS = [',', ';', '\t', '|', '，', '；', '、', '｜'] as const
export type Separator = (typeof SEPARATORS)[number]

/** How a text file was read, or is to be read; what is absent is found out. */
export interface TextLayout {
  readonly encoding?: TableEncoding
  readonly separator?: Separator
}

/** What a column of a table can hold, by the kind of table. */
export const COLUMN_FIELDS = {
  supplies: [
    'supplier', 'customer', 'supplierCode', 'customerCode', 'product', 'flow', 'share', 'leadDays', 'backup', 'year',
    'currency', 'unit',
  ],
  enterprises: [
    'name', 'id', 'code', 'aliases', 'role', 'stage', 'region', 'province', 'city', 'industry', 'foreign', 'finalDemand',
    'currency', 'spareCapacity', 'operatingRate', 'staffReturn', 'outputRecovery', 'date', 'cause', 'difficulty', 'severity', 'measure',
    'department', 'owner', 'since', 'due', 'remark',
  ],
} as const // prettier-ignore

/** Fields that several columns of one table may hold; of every other field the first column counts. */
export const SEVERAL_COLUMNS: ReadonlySet<ColumnFieldId> = new Set<ColumnFieldId>(['remark'])

export type TableKind = keyof typeof COLUMN_FIELDS
export type ColumnFieldId = (typeof COLUMN_FIELDS)[TableKind][number]

/** What a value of a table is multiplied by, where its heading counts in more than single units of money. */
export const VALUE_UNITS = {
  one: 1,
  thousand: 1e3,
  tenThousand: 1e4,
  million: 1e6,
  tenMillion: 1e7,
  hundredMillion: 1e8,
  billion: 1e9,
} as const
export type ValueUnit = keyof typeof VALUE_UNITS

/** Fields that hold money. */
export const MONEY_FIELDS: ReadonlySet<ColumnFieldId> = new Set<ColumnFieldId>(['flow', 'finalDemand'])

/** How one table becomes rows of the chain; proposed by its headings, changed by a person. */
export interface TableMapping {
  readonly kind: TableKind | 'ignored'
  /** [columns] null = left out. */
  readonly columns: readonly (ColumnFieldId | null)[]
  readonly decimal: 'point' | 'comma'
  /** The first end is the customer. */
  readonly isReversed: boolean
  /** Values are per year, and are divided by 365. */
  readonly isPerYear: boolean
  /** Unit of the values of money, unless a cell says its own; absent = as they stand. */
  readonly unit?: ValueUnit
  /** The year whose rows are taken; null = all. */
  readonly year: string | null
}

/** Two names that a person has called one enterprise, or two. */
export interface SameDecision {
  readonly name: string
  /** Id of the enterprise that it is; null = another one. */
  readonly is: string | null
}

export interface BringMapping {
  /** Of a graph that another program made; absent for everything else. */
  readonly graph?: GraphMapping
  readonly tables: readonly TableMapping[]
  readonly same: readonly SameDecision[]
  /** Day of the observations whose row names none. */
  readonly date: IsoDate | null
  /** Currency of the money (ISO 4217), where the tables of the chain say it: those that were brought in before, then these. */
  readonly currency?: string
}

/** A name from the table that may mean an enterprise that is there. */
export interface LookAlike {
  readonly name: string
  readonly id: string
  /** Name of the enterprise with that id. */
  readonly other: string
}

/** First rows as a sentence: "X supplies Y with Z". */
export interface DirectionSample {
  readonly from: string
  readonly to: string
  readonly product: string
}

export type BroughtTable =
  'stages' | 'enterprises' | 'supplies' | 'inputs' | 'blocks' | 'scenarios' | 'observations' | 'sources' | 'notes'

/** What applying would do to one row. */
export interface RowChange {
  readonly table: BroughtTable
  readonly kind: 'added' | 'removed' | 'changed' | 'kept'
  readonly id: string
  readonly label: string
  /** Of a block. */
  readonly cause?: string
  /** Fields that change, with both values as text; for kept rows those edited here. */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}

/** A table as the wizard shows it. */
export interface TablePreview {
  readonly file: string
  readonly sheet: string | null
  readonly isHidden: boolean
  readonly headings: readonly string[]
  /** The first rows. */
  readonly rows: readonly (readonly string[])[]
  readonly count: number
  readonly years: readonly string[]
  /** [columns] Unit that each heading says, should its column hold money. */
  readonly units: readonly ValueUnit[]
  /** How it would be read as each kind. */
  readonly byKind: Readonly<Record<TableMapping['kind'], TableMapping>>
}

/** What bringing files into a chain comes to. */
export interface Brought {
  /** The chain with the import in it; null when nothing can be taken. */
  readonly chain: Chain | null
  readonly problems: readonly Problem[]
  readonly lookAlikes: readonly LookAlike[]
  readonly direction: readonly DirectionSample[]
  readonly changes: readonly RowChange[]
  /** Rows of other years that were left out. */
  readonly otherYears: number
}

/** Rows of each kind of change that are shown. */
export const CHANGES_SHOWN = 100

/** What bringing files in comes to, as it is shown: the chain and the rest of the rows stay with the reader until they are taken. */
export interface BroughtSummary extends Omit<Brought, 'chain' | 'changes'> {
  /** Whether there is a chain to take. */
  readonly isSound: boolean
  readonly counts: Readonly<Record<RowChange['kind'], number>>
  /** The first rows of all, and the first of each kind. */
  readonly shown: readonly RowChange[]
}

export interface BringRequest {
  readonly mapping: BringMapping
  readonly chain: Chain
  /** The earlier import of which this is a newer version; null = a new one. */
  readonly past: string | null
  /** Scenario in which new blocks take part, where it lists its blocks. */
  readonly scenario: string | null
}

/** What the files hold. */
export interface FilesRead {
  readonly kind: 'tables' | 'chain' | 'refused'
  /** A whole chain, as this program saves it or hands it on: it is rather opened than brought in. */
  readonly isChainFile: boolean
  readonly tables: readonly TablePreview[]
  readonly layout: Required<TextLayout> | null
  readonly mapping: BringMapping
  readonly problems: readonly Problem[]
  /** Earlier imports of the open chain. */
  readonly past: readonly { readonly id: string; readonly file: string }[]
  readonly likelyPast: string | null
  /** Whether most ids in the tables are those of enterprises of the open chain. */
  readonly isOfChain: boolean
  /** The last day that the rows name. */
  readonly lastDay: IsoDate | null
}

export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What differs between two chains, by field of the document: whole tables, never single rows. */
export interface ChainChange {
  readonly fields: Partial<Chain>
  readonly gone: readonly (keyof Chain)[]
}

/** Reads files and brings them in, away from the page; what was read last is kept for the next question. */
export interface FileJobs {
  readonly read: (files: readonly NamedBytes[], layout: TextLayout, chain: Chain) => Promise<FilesRead>
  readonly bring: (request: BringRequest) => Promise<BroughtSummary>
  /** The chain that the last `bring` came to. */
  readonly take: () => Promise<ChainChange>
  /** Called with what is done of the job at hand, 0..1, and up to where the step goes that begins. */
  onProgress: ((done: number, next?: number) => void) | null
  /** Ends the job at hand; what was read is gone. */
  readonly cancel: () => void
}
