import type { Chain } from '../model/chain.ts'
import { CHAIN_SHAPE, LOCAL_TEXT_SHAPE, RANGE_SHAPE, type Field, type RecordShape } from './chain-fields.ts'
import { isObject, type JsonObject } from './check-shape.ts'

/**
 * The chain as the text of a `*.chain.json` file: fields in the order of the format, one row a line, so that two versions compare
 * line by line. Fields that the format does not know follow behind the known ones. What is read and written again is equal to the byte.
 * @throws Error when a number of the document is not finite: JSON has no word for it
 */
export function writeChain(chain: Chain): string {
  const lines = ordered(chain as unknown as JsonObject, CHAIN_SHAPE).map(
    ([name, value, field]) => ` ${JSON.stringify(name)}: ${topValue(value, field)}`,
  )
  return `{\n${lines.join(',\n')}\n}\n`
}

/** The chain with its fields in the order of the format, at every depth: two chains that are equal become the same to the byte. */
export const inFileOrder = (chain: Chain): Chain => JSON.parse(writeChain(chain)) as Chain

function topValue(value: unknown, field: Field | undefined): string {
  if (!Array.isArray(value) || value.length === 0) return inline(value, field)
  const row = field?.kind === 'rows' ? recordField(field.of) : undefined
  return `[\n${value.map((each) => `  ${inline(each, row)}`).join(',\n')}\n ]`
}

const recordField = (of: RecordShape): Field => ({ kind: 'record', of, isRequired: true, mayBeNull: false })

type OrderedField = readonly [name: string, value: unknown, field: Field | undefined]

/** The fields of a record that hold something: known ones in the order of the table, then the others as they stand. */
function ordered(record: JsonObject, shape: RecordShape | undefined): readonly OrderedField[] {
  const known = shape ? [...shape.fields].filter(([name]) => Object.hasOwn(record, name)) : []
  const unknown = Object.keys(record).filter((name) => !shape?.fields.has(name))
  return [
    ...known.map(([name, field]): OrderedField => [name, record[name], field]),
    ...unknown.map((name): OrderedField => [name, record[name], undefined]),
  ].filter(([, value]) => value !== undefined)
}

/** One line, with a space behind each colon and comma. */
function inline(value: unknown, field: Field | undefined): string {
  if (Array.isArray(value)) {
    const row = field?.kind === 'rows' ? recordField(field.of) : undefined
    return `[${value.map((each) => inline(each, row)).join(', ')}]`
  }
  if (isObject(value)) {
    const fields = ordered(value, shapeOfValue(field))
    return `{${fields.map(([name, each, of]) => `${JSON.stringify(name)}: ${inline(each, of)}`).join(', ')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`expected a finite number, got ${value}`)
  return JSON.stringify(value)
}

function shapeOfValue(field: Field | undefined): RecordShape | undefined {
  if (field?.kind === 'record' || field?.kind === 'oneOf') return field.of
  if (field?.kind === 'localText') return LOCAL_TEXT_SHAPE
  return field?.kind === 'uncertain' ? RANGE_SHAPE : undefined
}
