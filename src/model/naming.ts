import type { Block, Chain } from './chain.ts'
import { textIn, type Language } from './local-text.ts'

/** Names of a chain's things in one language, found by id without a search. */
export interface Naming {
  readonly enterprise: (id: string) => string
  /** A block is called by what it holds: the enterprise, or both ends of the link. */
  readonly block: (id: string) => string
  /** A link is called by its ends. */
  readonly supply: (id: string) => string
  readonly blockRow: (id: string) => Block | undefined
}

export function namingOf(chain: Chain, language: Language): Naming {
  const enterprises = new Map(chain.enterprises.map(({ id, name }) => [id, textIn(name, language) || id]))
  const supplies = new Map(chain.supplies.map(({ id, from, to }) => [id, { from, to }]))
  const blocks = new Map((chain.blocks ?? []).map((block) => [block.id, block]))
  const enterprise = (id: string): string => enterprises.get(id) ?? id
  const supply = (id: string): string => {
    const ends = supplies.get(id)
    return ends ? `${enterprise(ends.from)} → ${enterprise(ends.to)}` : id
  }
  return {
    enterprise,
    supply,
    blockRow: (id) => blocks.get(id),
    block(id) {
      const at = blocks.get(id)?.at
      if (!at) return id
      if ('enterprise' in at) return enterprise(at.enterprise)
      if ('market' in at) return enterprise(at.market)
      return supply(at.supply)
    },
  }
}
