import type { BringMapping, FilesRead, TablePreview } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import type { MappedAttribute } from '../../model/graph-mapping.ts'
import type { Table } from '../tables/table.ts'
import type { BringSource } from './bring.ts'
import { guessMapping, mappingOfKind, unitsOf, yearsOf } from './guess-mapping.ts'
import { importsOf } from './import-record.ts'
import { likelyPast } from './likely-past.ts'
import type { ReadFiles } from './read-files.ts'
import { areOfChain, lastDayIn } from './what-tables-say.ts'

const ROWS_SHOWN = 8

/** What the page shows of files that were read, and how it would bring them in. */
export function previewFiles(read: ReadFiles, chain: Chain, file: string): FilesRead {
  const { source, layout, problems, isChainFile } = read
  const records = importsOf(chain)
  const guessed = source === null ? NO_MAPPING : mappingOf(source)
  const into = { file, mapping: guessed, chain, past: null, scenario: null }
  const past = source === null ? null : likelyPast(source, into)
  const tables = source?.kind === 'tables' ? source.tables : []
  const earlier = records.find(({ id }) => id === past)?.mapping
  return {
    kind: source?.kind ?? 'refused',
    isChainFile,
    tables: tables.map(preview),
    layout,
    mapping: earlier && fits(earlier, tables) ? withGraph(earlier, guessed) : guessed,
    problems,
    past: records.map(({ id, file }) => ({ id, file })),
    likelyPast: past,
    isOfChain: areOfChain(tables, guessed, chain),
    lastDay: lastDayIn(tables, guessed),
  }
}

const NO_MAPPING: BringMapping = { tables: [], same: [], date: null }
const mappingOf = (source: BringSource): BringMapping =>
  source.kind === 'tables'
    ? guessMapping(source.tables)
    : { ...NO_MAPPING, ...(source.foreign && { graph: source.foreign.mapping }) }

/** The attributes of this file, with what a person has said of them before. */
function withGraph(earlier: BringMapping, { graph }: BringMapping): BringMapping {
  if (!graph) return earlier
  const before = earlier.graph
  const fieldOf = ({ of, attribute, field }: MappedAttribute): string | null => {
    const same = before?.attributes.find((each) => each.of === of && each.attribute === attribute)
    return same ? same.field : field
  }
  const attributes = graph.attributes.map((each) => ({ ...each, field: fieldOf(each) }))
  return { ...earlier, graph: { attributes, isReversed: before?.isReversed ?? false } }
}

/** The columns that a person has chosen before are chosen again, where the table still has as many. */
const fits = (mapping: BringMapping, tables: readonly Table[]): boolean =>
  mapping.tables.length === tables.length &&
  tables.every(({ headings }, at) => mapping.tables[at]!.columns.length === headings.length)

/** A cell may hold a text of millions of characters, which a page would take seconds to lay out. */
const LONGEST_SHOWN = 200
const shown = (cell: string): string => (cell.length > LONGEST_SHOWN ? `${cell.slice(0, LONGEST_SHOWN)}…` : cell)

function preview(table: Table): TablePreview {
  const { file, sheet, isHidden, headings, rows } = table
  return {
    file,
    sheet,
    isHidden,
    headings: headings.map(shown),
    rows: rows.slice(0, ROWS_SHOWN).map((row) => row.map(shown)),
    count: rows.length,
    years: yearsOf(table, mappingOfKind(table, 'supplies').columns),
    units: unitsOf(table),
    byKind: {
      supplies: mappingOfKind(table, 'supplies'),
      enterprises: mappingOfKind(table, 'enterprises'),
      ignored: mappingOfKind(table, 'ignored'),
    },
  }
}
