import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { Block, Chain } from '../model/chain.ts'
import { textIn, type Language } from '../model/local-text.ts'
import { blockedEnterpriseId, enterpriseById, supplyById } from '../state/selectors.ts'

export const enterpriseName = (chain: Chain, id: string, language: Language): string =>
  textIn(enterpriseById(chain, id)?.name, language) || id

export const rowName = (chain: Chain, index: IndexedChain, row: number, language: Language): string =>
  enterpriseName(chain, index.enterpriseIds[row]!, language)

/** A block is called by what it holds: the enterprise, or both ends of the link. */
export function blockName(chain: Chain, block: Block, language: Language): string {
  if ('supply' in block.at) {
    const supply = supplyById(chain, block.at.supply)
    if (!supply) return block.at.supply
    return `${enterpriseName(chain, supply.from, language)} → ${enterpriseName(chain, supply.to, language)}`
  }
  const id = blockedEnterpriseId(chain, block)
  return id === undefined ? block.id : enterpriseName(chain, id, language)
}
