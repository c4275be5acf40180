import { rowsById } from '../engine/rows-by-id.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { Chain } from '../model/chain.ts'

/** Rows of the engine in the order of the document, which is the order that a person knows. */
export interface DocumentRows {
  /** [enterprises] */
  readonly enterprises: Int32Array
  /** [groups] by first appearance in the supplies, then in the inputs. */
  readonly groups: Int32Array
  /** [supplies] */
  readonly links: Int32Array
}

export function documentRows(chain: Chain, index: IndexedChain): DocumentRows {
  const enterpriseRow = rowsById(index.enterpriseIds)
  const linkRow = rowsById(index.linkIds)
  const groups = new Set<number>()
  for (const { id } of chain.supplies) groups.add(index.linkGroup[linkRow.get(id)!]!)
  for (const { enterprise, product } of chain.inputs ?? []) {
    groups.add(groupOf(index, enterpriseRow.get(enterprise)!, product))
  }
  return {
    enterprises: Int32Array.from(chain.enterprises, ({ id }) => enterpriseRow.get(id)!),
    groups: Int32Array.from(groups),
    links: Int32Array.from(chain.supplies, ({ id }) => linkRow.get(id)!),
  }
}

function groupOf(index: IndexedChain, enterprise: number, product: string): number {
  for (let group = index.groupStart[enterprise]!; group < index.groupStart[enterprise + 1]!; group++) {
    if (index.groupProducts[group] === product) return group
  }
  throw new Error(`expected a group for input ${product} of row ${enterprise}, got none`)
}
