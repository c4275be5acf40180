import { readFileSync } from 'node:fs'
import type { Source, Stage } from '../../src/model/chain.ts'
import { parseCsv } from './csv.ts'

/** A = vehicles, B = electronics, C = textiles. */
export type ChainLetter = 'A' | 'B' | 'C'

export interface EnterpriseFact {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly role: string
  readonly stage: string
  readonly region: string
  readonly source: string
}

export interface SupplyFact {
  readonly from: string
  readonly to: string
  readonly product: string
  readonly source: string
}

/** How a product of the facts is called and treated. */
export interface Product {
  /** `中文 · English`, the name of the input group. */
  readonly name: string
  /** Weight of its cost beside the customer's other inputs. */
  readonly size: number
  readonly freight: 'sea' | 'air' | 'data'
  readonly kind: ProductKind
}

/**
 * part: goes into each unit; noStock: the same, model-specific and without stock; assortment: not into each unit;
 * growth: machines for added capacity; capital: machines that are there; licence: software and rights.
 */
export type ProductKind = 'part' | 'noStock' | 'assortment' | 'growth' | 'capital' | 'licence'

export interface Region {
  readonly en: string
  /** Empty outside the mainland. */
  readonly province: string
  readonly zone: string
}

export interface Facts {
  readonly stages: readonly Stage[]
  readonly enterprises: readonly EnterpriseFact[]
  readonly supplies: readonly SupplyFact[]
}

/** Facts that nobody could confirm; they are left out. */
const WEAK = 'G1'

const table = (name: string): Record<string, string>[] =>
  parseCsv(readFileSync(new URL(`../../graph-data/facts/${name}.csv`, import.meta.url), 'utf8'))

export function readFacts(letter: ChainLetter): Facts {
  const enterprises = table(`${letter}_enterprises`)
    .filter((row) => row.src !== WEAK)
    .map((row) => ({
      id: row.id!,
      zh: nameOnly(row.name_zh!),
      en: nameOnly(row.name_en!),
      role: row.role!,
      stage: row.segment!,
      region: row.region!,
      source: row.src!,
    }))
  const listed = new Set(enterprises.map(({ id }) => id))
  return {
    stages: table(`${letter}_segments`).map((row) => ({
      id: row.id!,
      name: { zh: row.name_zh!, en: row.name_en! },
      tier: Number(row.tier),
    })),
    enterprises,
    supplies: table(`${letter}_supplies`)
      .filter((row) => row.src !== WEAK && listed.has(row.source!) && listed.has(row.target!))
      .map((row) => ({ from: row.source!, to: row.target!, product: row.product!, source: row.src! })),
  }
}

/** A bracket that holds a figure is a remark, not part of the name. */
const nameOnly = (name: string): string => name.replace(/\s*\([^)]*\d[^)]*\)/g, '')

const products = new Map(
  table('products').map((row): [string, Product] => [
    `${row.chain}|${row.fact}`,
    {
      name: `${row.zh} · ${row.en}`,
      size: Number(row.size),
      freight: row.freight as Product['freight'],
      kind: row.kind as ProductKind,
    },
  ]),
)

/** @throws Error when `products.csv` does not name the product */
export function productOf(letter: ChainLetter, { product, from }: Pick<SupplyFact, 'product' | 'from'>): Product {
  const found = products.get(`${letter}|${product}@${from}`) ?? products.get(`${letter}|${product}`)
  if (!found) throw new Error(`expected a row for ${letter} ${JSON.stringify(product)} in products.csv, got none`)
  return found
}

const regions = new Map(
  table('regions').map((row): [string, Region] => [
    row.region!,
    { en: row.en!, province: row.province!, zone: row.zone! },
  ]),
)

/** @throws Error when `regions.csv` does not name the region */
export function regionOf(region: string): Region {
  const found = regions.get(region)
  if (!found) throw new Error(`expected a row for ${JSON.stringify(region)} in regions.csv, got none`)
  return found
}

/** Sources with a number `W1`, `W2`, … up to `W91`, and the lists and kinds of general knowledge named in letters. */
export function sourcesFor(isWanted: (id: string) => boolean): Source[] {
  return table('sources')
    .filter((row) => isWanted(row.id!))
    .map((row) => ({
      id: row.id!,
      title: { zh: row.zh!, en: row.en! },
      date: row.date === '' ? null : row.date!,
      url: null,
    }))
}
