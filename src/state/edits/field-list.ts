/** Which fields of which table a person may edit, and what each takes: the file's own table of fields, so that what is checked here is what a file must hold. */
import { CHAIN_SHAPE, type Field, type IdTable } from '../../io/chain-fields.ts'
import type { TableId } from '../sheets.ts'

type CellKind = Extract<
  Field['kind'],
  | 'text' | 'texts' | 'localText' | 'day' | 'flag' | 'number' | 'uncertain' | 'choice' | 'reference' | 'references' | 'oneOf'
  | 'rows'
> // prettier-ignore

export interface EditField {
  readonly name: string
  readonly kind: CellKind
  readonly isRequired: boolean
  /** As said to a person, e.g. `0..1`; '' where anything goes. */
  readonly range: string
  readonly choices: readonly string[]
  /** Table whose rows may be named. */
  readonly to: IdTable | null
  /** Takes the word `all` in place of names. */
  readonly orAll: boolean
  /** Fields of each row inside the row. */
  readonly of: readonly EditField[]
}

/** Clearings are made in the list, the map and the work sheet. `assumed` follows what is edited. */
const NOT_IN_CELLS: ReadonlySet<string> = new Set(['assumed', 'clear'])

function editField(name: string, field: Field): EditField {
  return {
    name,
    kind: field.kind as CellKind,
    isRequired: field.isRequired,
    range: field.kind === 'number' || field.kind === 'uncertain' ? field.range.text : '',
    choices: field.kind === 'choice' ? field.of : [],
    to: field.kind === 'reference' || field.kind === 'references' ? field.to : null,
    orAll: field.kind === 'references' && field.orAll,
    of: field.kind === 'rows' ? [...field.of.fields].map(([each, inside]) => editField(each, inside)) : [],
  }
}

const plain = { range: '', choices: [], to: null, orAll: false, of: [] } as const
const NOTE_FIELDS: readonly EditField[] = [
  { ...plain, name: 'id', kind: 'text', isRequired: true },
  { ...plain, name: 'at', kind: 'oneOf', isRequired: true },
  { ...plain, name: 'text', kind: 'localText', isRequired: true },
  { ...plain, name: 'created', kind: 'day', isRequired: false },
]

function fieldsOf(table: TableId): readonly EditField[] {
  if (table === 'notes') return NOTE_FIELDS
  const shape = CHAIN_SHAPE.fields.get(table)
  if (shape?.kind !== 'rows') throw new Error(`expected a table of the chain, got ${table}`)
  return [...shape.of.fields].filter(([name]) => !NOT_IN_CELLS.has(name)).map(([name, field]) => editField(name, field))
}

/** Fields by table, in the order of the file. */
export const EDIT_FIELDS: Readonly<Record<TableId, readonly EditField[]>> = {
  enterprises: fieldsOf('enterprises'),
  supplies: fieldsOf('supplies'),
  inputs: fieldsOf('inputs'),
  stages: fieldsOf('stages'),
  blocks: fieldsOf('blocks'),
  scenarios: fieldsOf('scenarios'),
  observations: fieldsOf('observations'),
  notes: fieldsOf('notes'),
  sources: fieldsOf('sources'),
}

/** Other rows name these by id, so an id stays what it is. */
export const isFixed = (field: EditField): boolean => field.name === 'id'
