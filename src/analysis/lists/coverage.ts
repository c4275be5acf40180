import { NEED_KIND, type IndexedChain } from '../../engine/indexed-chain.ts'
import { soleSources } from '../sole-sources.ts'
import type { Members } from './list-versions.ts'

/** A supplier without whom a leading enterprise stands still, and who is not on the list. */
export interface MissingSource {
  /** Row of the supplier. */
  readonly supplier: number
  /** Row of the link by which it is a sole source, the nearest to the leading enterprise. */
  readonly link: number
  /** Steps up from the leading enterprise, 1 = it supplies the leading enterprise itself. */
  readonly steps: number
}

export interface LeadingCoverage {
  /** Row of the leading enterprise. */
  readonly row: number
  /** Sole sources up the chain, on the list or not. */
  readonly sources: number
  /** By steps, then by row. */
  readonly missing: readonly MissingSource[]
}

export interface ListCoverage {
  /** Leading enterprises of the list, by row. */
  readonly leading: readonly LeadingCoverage[]
  /** How many of them have all sole sources on the list, up the whole chain. */
  readonly covered: number
  /** How many have all sole sources among their own suppliers on the list. */
  readonly coveredDirect: number
}

/**
 * For each leading enterprise of a list: its sole sources, those of these, and so on up the chain, and which are not on the list.
 * A sole source is the only listed supplier of a product of which nothing comes from outside; an input that can be left out has none.
 */
export function coverageOf(index: IndexedChain, members: Members): ListCoverage {
  const sole = soleSources(index)
  const rows = [...index.enterpriseIds.keys()].filter((row) => members.get(index.enterpriseIds[row]!) === 'leading')
  const leading = rows.map((row): LeadingCoverage => {
    const found = sourcesAbove(index, sole, row)
    const missing = found.filter(({ supplier }) => !members.has(index.enterpriseIds[supplier]!))
    return {
      row,
      sources: found.length,
      missing: missing.toSorted((a, b) => a.steps - b.steps || a.supplier - b.supplier),
    }
  })
  const without = (isMissed: (source: MissingSource) => boolean): number =>
    leading.filter(({ missing }) => !missing.some(isMissed)).length
  return { leading, covered: without(() => true), coveredDirect: without(({ steps }) => steps === 1) }
}

/** Sole sources above an enterprise, breadth first; the enterprise itself is none of them. */
function sourcesAbove(index: IndexedChain, sole: Uint8Array, from: number): readonly MissingSource[] {
  const seen = new Set([from])
  const found: MissingSource[] = []
  const waiting = [{ row: from, steps: 0 }]
  for (const { row, steps } of waiting) {
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      const link = index.linkStart[group]!
      if (index.needKind[group] === NEED_KIND.negligible || link === index.linkStart[group + 1] || sole[link] === 0)
        continue
      const supplier = index.linkFrom[link]!
      if (seen.has(supplier)) continue
      seen.add(supplier)
      found.push({ supplier, link, steps: steps + 1 })
      waiting.push({ row: supplier, steps: steps + 1 })
    }
  }
  return found
}
