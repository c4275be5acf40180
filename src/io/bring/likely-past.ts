import type { BringMapping } from '../../model/bring.ts'
import type { Chain } from '../../model/chain.ts'
import type { BringInto, BringSource } from './bring.ts'
import { bring } from './bring.ts'
import { importsOf, type ImportRecord } from './import-record.ts'
import { BROUGHT_TABLES, rowKey } from './incoming.ts'

/** Share of the rows that two versions of one table have in common at least. */
const COMMON_SHARE = 0.5

/** The earlier import of which this is likely a newer version: of the same name, or with many of the same rows; null without one. */
export function likelyPast(source: BringSource, into: BringInto): string | null {
  const all = importsOf(into.chain)
  const equal = all.find(({ file }) => file === into.file)
  if (equal) return equal.id
  const records = all.filter(({ mapping }) => kindsOf(mapping) === kindsOf(into.mapping))
  if (records.length === 0) return null
  const named = records.find(({ file }) => plainFileName(file) === plainFileName(into.file))
  if (named) return named.id
  const fresh = bring(source, { ...into, chain: withoutImports(into.chain), past: null })
  const rows = new Set(importsOf(fresh.chain ?? into.chain).flatMap(keysOf))
  let best: { readonly id: string; readonly common: number } | null = null
  for (const record of records) {
    const keys = keysOf(record)
    const common = keys.filter((key) => rows.has(key)).length / Math.max(1, keys.length, rows.size)
    if (common >= COMMON_SHARE && common > (best?.common ?? 0)) best = { id: record.id, common }
  }
  return best?.id ?? null
}

/** Which kinds of tables; '' for a graph or a whole chain. */
const kindsOf = (mapping: BringMapping | undefined): string => (mapping?.tables ?? []).map(({ kind }) => kind).join()

const withoutImports = ({ imports: _imports, ...chain }: Chain): Chain => chain

/** Without days, numbers of copies and endings, in which the names of two versions differ. */
const plainFileName = (file: string): string =>
  file
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replace(/[\d\s()（）._\-年月日]+|副本|copy/g, '')

const keysOf = ({ rows }: ImportRecord): string[] =>
  BROUGHT_TABLES.flatMap((table) => (rows[table] ?? []).map((row) => `${table} ${rowKey(table, row)}`))
