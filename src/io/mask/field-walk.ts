/** Goes through a chain by the table of its fields, so that nothing that stands in it is passed over. */
import {
  CHAIN_SHAPE,
  LOCAL_TEXT_SHAPE,
  RANGE_SHAPE,
  type Field,
  type IdTable,
  type RecordShape,
} from '../chain-fields.ts'
import { isObject, type JsonObject } from '../check-shape.ts'

export const ID_TABLES: readonly IdTable[] = ['sources', 'stages', 'enterprises', 'supplies', 'blocks', 'scenarios']

/** Where a value stands. */
export interface FieldPlace {
  /** `enterprises.name`, `scenarios.deliveries.product`, `chain.note`. */
  readonly path: string
  readonly field: Field
  /** The row of the top table that it belongs to, as it was; null for what the chain says of itself. */
  readonly row: JsonObject | null
}

export interface FieldWalk {
  /** A value that is no record; `undefined` leaves it out. */
  readonly value: (value: unknown, place: FieldPlace) => unknown
  /** Called for a field that the format does not know; it is left out. */
  readonly lost: () => void
}

/** A copy with every known field passed through `walk.value`; scenes, notes and imports, whose rows the format does not fix, are not in it. */
export function walkChain(chain: JsonObject, walk: FieldWalk): JsonObject {
  const { scenes: _scenes, notes: _notes, imports: _imports, ...fixed } = chain
  return walkRecord(fixed, CHAIN_SHAPE, { path: 'chain', row: null }, walk)
}

type Place = Pick<FieldPlace, 'path' | 'row'>

function walkRecord(record: JsonObject, shape: RecordShape, place: Place, walk: FieldWalk): JsonObject {
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(record)) {
    const field = shape.fields.get(name)
    if (!field) walk.lost()
    else if (value !== undefined)
      put(copy, name, walkField(value, field, { ...place, path: `${place.path}.${name}` }, walk))
  }
  return copy
}

function put(copy: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) copy[name] = value
}

function walkField(value: unknown, field: Field, place: Place, walk: FieldWalk): unknown {
  if (value === null) return null
  if (field.kind === 'rows' && Array.isArray(value)) {
    const path = place.path.replace(/^chain\./, '')
    return value.map((row: JsonObject) => walkRecord(row, field.of, { path, row: place.row ?? row }, walk))
  }
  if ((field.kind === 'record' || field.kind === 'oneOf') && isObject(value)) {
    return walkRecord(value, field.of, place, walk)
  }
  return walk.value(known(value, field, walk), { ...place, field })
}

/** A text or a range without what the format does not know in it. */
function known(value: unknown, { kind }: Field, walk: FieldWalk): unknown {
  const shape = kind === 'localText' ? LOCAL_TEXT_SHAPE : kind === 'uncertain' ? RANGE_SHAPE : null
  if (!shape || !isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => {
      if (!shape.fields.has(name)) walk.lost()
      return shape.fields.has(name)
    }),
  )
}
