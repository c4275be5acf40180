/** Canonical rows of a chain: the order in which every sum of the engine runs, whatever the order in the file. */
import type { Chain, Enterprise, Input, Supply } from '../model/chain.ts'

export interface Group {
  readonly product: string
  readonly input: Input | undefined
  /** Listed links of the group, by id. */
  readonly links: Supply[]
}

export interface CanonicalRows {
  readonly enterprises: readonly Enterprise[]
  readonly rowOf: ReadonlyMap<string, number>
  /** [enterprises] groups by product. */
  readonly groups: readonly (readonly Group[])[]
}

/** UTF-16 code unit order: the same in every engine and locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A link that stands by: no flow (or 0) in the baseline, used only for substitution. */
export const isBackup = (supply: Supply): boolean => supply.backup === true && (supply.flow ?? 0) === 0

/**
 * Sorts enterprises by id, groups by (enterprise, product), links by id within their group.
 * Supplies and inputs whose ends are not listed are left out: the reader has reported them.
 */
export function canonicalRows(chain: Chain): CanonicalRows {
  const enterprises = chain.enterprises.toSorted((a, b) => byText(a.id, b.id))
  const rowOf = new Map(enterprises.map((enterprise, row) => [enterprise.id, row]))
  const found: Map<string, { input: Input | undefined; links: Supply[] }>[] = enterprises.map(() => new Map())
  const groupOf = (row: number, product: string) => {
    const ofEnterprise = found[row]!
    let group = ofEnterprise.get(product)
    if (!group) ofEnterprise.set(product, (group = { input: undefined, links: [] }))
    return group
  }
  for (const input of chain.inputs ?? []) {
    const row = rowOf.get(input.enterprise)
    if (row !== undefined) groupOf(row, input.product).input = input
  }
  for (const supply of chain.supplies) {
    const row = rowOf.get(supply.to)
    if (row !== undefined && rowOf.has(supply.from)) groupOf(row, supply.product).links.push(supply)
  }
  const groups = found.map((ofEnterprise) =>
    [...ofEnterprise]
      .toSorted(([a], [b]) => byText(a, b))
      .map(([product, { input, links }]) => ({
        product,
        input,
        links: links.toSorted((a, b) => byText(a.id, b.id)),
      })),
  )
  return { enterprises, rowOf, groups }
}
