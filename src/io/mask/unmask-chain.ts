import type { Chain } from '../../model/chain.ts'
import type { Filter } from '../../model/filter.ts'
import { notesOf } from '../../model/notes.ts'
import { scenesOf, type Scene } from '../../model/scenes.ts'
import type { IdTable } from '../chain-fields.ts'
import { isObject, type JsonObject } from '../check-shape.ts'
import { ID_TABLES, walkChain, type FieldPlace } from './field-walk.ts'
import { coarseRegion } from './mask-chain.ts'
import type { KeyEntry } from './mask-codes.ts'
import { placeOf } from './mask-loose.ts'
import { maskRule, PLAIN_NAME } from './mask-rules.ts'
import { recoded, withoutTexts, type IdMap } from './recode-scenes.ts'

/** Originals by kind and code. */
class Key {
  readonly #byKind = new Map<string, Map<string, unknown>>()

  constructor(entries: readonly KeyEntry[]) {
    for (const { kind, code, original } of entries) {
      const ofKind = this.#byKind.get(kind)
      if (ofKind) ofKind.set(code, original)
      else this.#byKind.set(kind, new Map([[code, original]]))
    }
  }

  of = (kind: string, code: unknown): unknown => this.#byKind.get(kind)?.get(code as string)

  /** The original, or what stands there: somebody has written it since. */
  orNow = (kind: string, now: unknown): unknown => this.of(kind, now) ?? now

  id: IdMap = (table, code) => this.orNow(`${table}.id`, code) as string

  /** Fields that the copy lacks, of one row. */
  withheld(table: IdTable, code: string): readonly (readonly [field: string, original: unknown])[] {
    return [...this.#byKind].flatMap(([kind, codes]) => {
      const [of, field] = kind.split('.')
      const isField = of === table && field !== undefined && field !== 'id' && codes.has(code)
      return isField ? [[field, codes.get(code)] as const] : []
    })
  }
}

/**
 * The chain with its names again. What was changed, added or taken away in the copy stays so.
 * @param entries of the key that was made with the copy
 */
export function unmaskChain(masked: Chain, entries: readonly KeyEntry[]): Chain {
  const key = new Key(entries)
  const { masked: _mark, ...rest } = masked
  const fixed = walkChain(rest, {
    value: (value, place) => namedValue(key, value, place),
    lost: () => {},
  })
  const named = withUnknown(rest, fixed) as Record<string, unknown>
  for (const table of ID_TABLES) {
    const rows = rest[table] as readonly { readonly id: string }[] | undefined
    if (rows)
      named[table] = (named[table] as JsonObject[]).map((row, at) => withWithheld(key, row, table, rows[at]!.id))
  }
  if (rest.scenes) named.scenes = namedScenes(masked, key)
  if (rest.notes) named.notes = namedNotes(masked, key)
  const earlier = key.of('chain.masked', '')
  if (earlier !== undefined) named.masked = earlier
  const imports = key.of('imports', '')
  if (rest.imports ?? imports) named.imports = rest.imports ?? imports
  return named as unknown as Chain
}

/** Fields that only the other program knows stay as it wrote them. */
function withUnknown(given: JsonObject, known: JsonObject): JsonObject {
  const copy: Record<string, unknown> = { ...known }
  for (const [name, value] of Object.entries(given)) {
    const now = copy[name]
    if (now === undefined) copy[name] = value
    else if (Array.isArray(value) && Array.isArray(now)) {
      copy[name] = now.map((each: unknown, at) => (isObject(each) ? withUnknown(value[at] as JsonObject, each) : each))
    }
  }
  return copy
}

function namedValue(key: Key, value: unknown, { path, field, row }: FieldPlace): unknown {
  if (field.kind === 'reference') return key.id(field.to, value as string)
  if (field.kind === 'references') {
    return Array.isArray(value) ? value.map((id: string) => key.id(field.to, id)) : value
  }
  if (field.kind !== 'text' && field.kind !== 'localText' && field.kind !== 'texts') return value
  if (/^[a-z]+\.id$/.test(path)) return key.orNow(path, value)
  const code = row?.id
  switch (maskRule(path, field.kind)) {
    case 'own':
      return value === code ? key.orNow(path, value) : value
    case 'withheld':
      return value
    case 'text':
      return key.orNow('text', value)
    case 'person':
      return key.orNow('person', value)
    case 'product':
      return key.orNow('product', value)
    case 'kept':
      return key.orNow('kept', value)
    case 'region': {
      const original = key.of(path, code)
      const now = key.orNow('kept', value)
      return typeof original === 'string' && coarseRegion(original) === now ? original : now
    }
    case 'chainName': {
      const original = key.of(path, '')
      return original !== undefined && JSON.stringify(value) === JSON.stringify(PLAIN_NAME) ? original : value
    }
  }
}

/** A field that is there again was written by somebody else, and stays. */
function withWithheld(key: Key, row: JsonObject, table: IdTable, code: string): JsonObject {
  const missing = key.withheld(table, code).filter(([field]) => row[field] === undefined)
  return missing.length === 0 ? row : { ...row, ...Object.fromEntries(missing) }
}

function namedScenes(masked: Chain, key: Key): readonly unknown[] {
  const ours = new Map<unknown, Scene>(scenesOf(masked).map((scene) => [scene, scene]))
  return masked.scenes!.map((each) => {
    const scene = ours.get(each)
    if (!scene) return each
    const { id, name, words, notes, claims } = scene
    const known = recoded(scene, key.id)
    return {
      ...known,
      ...(known.filter && { filter: namedFilter(known.filter, key.of('scenes.filter', id)) }),
      id: key.orNow('scenes.id', id),
      name: key.orNow('text', name),
      words: key.orNow('text', words),
      ...(notes !== undefined && { notes: key.orNow('text', notes) }),
      ...(claims && { claims: claims.length > 0 ? claims : (key.of('scenes.claims', id) ?? claims) }),
    }
  })
}

/** The filter as it was before the copy, unless somebody has set another since. */
const namedFilter = (now: Filter, original: unknown): Filter =>
  original && JSON.stringify(withoutTexts(original as Filter)) === JSON.stringify(now) ? (original as Filter) : now

function namedNotes(masked: Chain, key: Key): readonly unknown[] {
  const ours = new Set<unknown>(notesOf(masked))
  const named = notesOf(masked).map((note) => ({
    ...note,
    id: key.orNow('notes.id', note.id),
    at: placeOf(note.at, key.id),
    text: key.orNow('text', note.text),
  }))
  let next = 0
  return masked.notes!.map((each) => (ours.has(each) ? named[next++] : each))
}
