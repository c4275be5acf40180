import { provinceOf } from '../../analysis/regions/province-of.ts'
import { OTHER, TILES } from '../../analysis/regions/province-tiles.ts'
import type { Chain } from '../../model/chain.ts'
import type { LocalText } from '../../model/local-text.ts'
import type { MaskOptions, MaskSummary } from '../../model/masking.ts'
import type { IdTable } from '../chain-fields.ts'
import type { JsonObject } from '../check-shape.ts'
import { ID_TABLES, walkChain, type FieldPlace } from './field-walk.ts'
import { codeOfId, type IdCodes, type Masking } from './masking.ts'
import { codesInOrder, ID_LETTERS, RunningCodes, type KeyEntry } from './mask-codes.ts'
import { maskNotes, maskScenes } from './mask-loose.ts'
import { maskRule, PLAIN_NAME, PLAIN_SCENARIO } from './mask-rules.ts'
import { mentionOf, namesIn, textsOf } from './originals.ts'

export interface MaskedChain {
  readonly chain: Chain
  readonly entries: readonly KeyEntry[]
  readonly summary: MaskSummary
}

/**
 * The chain with codes in place of names: ids, enterprises, people, free texts, titles of sources; other names, credit codes and
 * addresses are left out. Codes stand in the order of ids, so that every figure of the engine has the same bits.
 */
export function maskChain(chain: Chain, options: MaskOptions): MaskedChain {
  const names = namesIn(chain)
  const isProductsForced = !options.products && productsOf(chain).some(mentionOf(names))
  const masking = maskingFor(chain, { ...options, products: options.products || isProductsForced }, names)
  const { imports, scenes, notes } = chain
  if (imports) masking.entries.push({ kind: 'imports', code: '', original: imports })
  const fixed = walkChain(chain as unknown as JsonObject, {
    value: (value, place) => maskedValue(masking, value, place),
    lost: () => masking.left++,
  }) as unknown as Chain
  const masked: Chain = {
    ...fixed,
    ...(scenes && { scenes: maskScenes(chain, scenes, masking) }),
    ...(notes && { notes: maskNotes(chain, notes, masking) }),
  }
  const summary: MaskSummary = {
    enterprises: chain.enterprises.length,
    texts: masking.texts.count,
    products: masking.products?.size ?? 0,
    isProductsForced,
    others: masking.kept.count,
    left: masking.left,
  }
  return { chain: masked, entries: masking.entries, summary }
}

const productsOf = ({ supplies, inputs = [], scenarios = [] }: Chain): readonly string[] => [
  ...new Set(
    [...supplies, ...inputs, ...scenarios.flatMap(({ deliveries = [] }) => deliveries)].map((row) => row.product),
  ),
]

function maskingFor(chain: Chain, options: MaskOptions, names: readonly string[]): Masking {
  const entries: KeyEntry[] = []
  const ids: IdCodes = new Map(
    ID_TABLES.map((table) => {
      const own = ((chain[table] ?? []) as readonly { readonly id: string }[]).map(({ id }) => id)
      const given = own.filter((id) => table !== 'scenarios' || id !== PLAIN_SCENARIO)
      const codes = codesInOrder(ID_LETTERS[table], given)
      for (const [original, code] of codes) entries.push({ kind: `${table}.id`, code, original })
      return [table, codes]
    }),
  )
  const products = options.products ? codesInOrder('P', productsOf(chain)) : null
  for (const [original, code] of products ?? []) entries.push({ kind: 'product', code, original })
  const enterpriseIds = chain.enterprises.map(({ id }) => id).filter((id) => id.length > 1)
  return {
    ids,
    products,
    options,
    texts: new RunningCodes('T', 'text', entries),
    people: new RunningCodes('H', 'person', entries),
    kept: new RunningCodes('K', 'kept', entries),
    entries,
    mentions: mentionOf([...names, ...enterpriseIds]),
    left: 0,
  }
}

function maskedValue(masking: Masking, value: unknown, { path, field, row }: FieldPlace): unknown {
  if (field.kind === 'reference') return codeOfId(masking, field.to, value as string)
  if (field.kind === 'references') {
    return Array.isArray(value) ? value.map((id: string) => codeOfId(masking, field.to, id)) : value
  }
  if (field.kind !== 'text' && field.kind !== 'localText' && field.kind !== 'texts') return value
  const table = tableOf(path)
  if (table && path === `${table}.id`) return codeOfId(masking, table, value as string)
  const code = table && row ? codeOfId(masking, table, row.id as string) : ''
  return maskedText(masking, value as LocalText, { path, kind: field.kind, code })
}

const tableOf = (path: string): IdTable | undefined => ID_TABLES.find((table) => path.startsWith(`${table}.`))

interface TextPlace {
  readonly path: string
  readonly kind: 'text' | 'localText' | 'texts'
  /** Code of the row; '' for what is of no row with an id. */
  readonly code: string
}

function maskedText(masking: Masking, text: LocalText, { path, kind, code }: TextPlace): unknown {
  const { entries, texts, people, products, options } = masking
  const withhold = (): void => void entries.push({ kind: path, code, original: text })
  switch (maskRule(path, kind)) {
    case 'own':
      withhold()
      return code
    case 'withheld':
      if (code === '' && path !== 'chain.masked') masking.left++
      else withhold()
      return undefined
    case 'text':
      return textsOf(text).every((each) => each === '') ? text : texts.codeOf(text)
    case 'person':
      return people.codeOf(text)
    case 'product':
      return products?.get(text as string) ?? text
    case 'region':
      if (!options.provinces) return keptText(masking, text)
      withhold()
      return keptText(masking, coarseRegion(text as string))
    case 'kept':
      return keptText(masking, text)
    case 'chainName':
      if (!options.chainName && !textsOf(text).some(masking.mentions)) return text
      withhold()
      return PLAIN_NAME
  }
}

/** A text that looks like a code becomes one, so that it cannot be taken for another's. */
const CODE_LIKE = /^[A-Z]\d{3,}$/

const keptText = ({ kept, mentions }: Masking, text: LocalText): LocalText =>
  textsOf(text).some((each) => mentions(each) || CODE_LIKE.test(each)) ? kept.codeOf(text) : text

const TILE_BY_ID = new Map(TILES.map((tile) => [tile.id, tile]))

/** The province of a region, in both languages. */
export function coarseRegion(region: string): string {
  const tile = TILE_BY_ID.get(provinceOf(region))
  return tile && tile.id !== OTHER ? `${tile.zh} · ${tile.en}` : OTHER
}
