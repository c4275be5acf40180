import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { TimelineBlock } from '../engine/timeline.ts'
import { percent } from '../i18n/format.ts'
import type { Block, Chain } from '../model/chain.ts'
import { textIn, type Language } from '../model/local-text.ts'
import { blockById, blockedEnterpriseId, enterpriseById, supplyById } from '../state/selectors.ts'

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

/** The same by its id, which stands for a block that is gone. */
export function blockNameById(chain: Chain, id: string, language: Language): string {
  const block = blockById(chain, id)
  return block ? blockName(chain, block, language) : id
}

/** The names of the blocks of a run; where several hold one place each also says its severity, so that no two lines read alike. */
export function blockNames(chain: Chain, blocks: readonly TimelineBlock[], language: Language): readonly string[] {
  const seen = new Map<string, number>()
  const plain = blocks.map(({ id }) => {
    const name = blockNameById(chain, id, language)
    seen.set(name, (seen.get(name) ?? 0) + 1)
    return name
  })
  return plain.map((name, at) => (seen.get(name)! > 1 ? `${name} · ${percent(blocks[at]!.severity, language)}` : name))
}
