import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { byId } from '../../model/by-id.ts'
import type { Chain, Role } from '../../model/chain.ts'
import { textIn, type Language } from '../../model/local-text.ts'

/** What a card needs that no day changes. */
export interface CardFacts {
  readonly name: string
  /** Without the form of the company and what stands in brackets at its end; the same as `name` where that would make two cards alike. */
  readonly shortName: string
  readonly role: Role
  /** The row as a whole is an assumption: dotted outline. */
  readonly isAssumed: boolean
}

export interface CardFactsInput {
  readonly chain: Chain
  readonly index: IndexedChain
  readonly language: Language
}

/** What people leave out of a name when they speak: the form of the company, and a remark in brackets, of either kind. */
const FORM = /(?:股份)?有限(?:责任)?公司$/
const REMARK = /\s*[(（][^()（）]*[)）]\s*$/

/** Names and roles by row, in the language of the scene. */
export function factsOf({ chain, index, language }: CardFactsInput): CardFacts[] {
  const enterprises = byId(chain.enterprises)
  const names = index.enterpriseIds.map((id) => textIn(enterprises.get(id)?.name, language) || id)
  const short = names.map((name) => name.replace(FORM, '').replace(REMARK, '') || name)
  const uses = new Map<string, number>()
  for (const name of short) uses.set(name, (uses.get(name) ?? 0) + 1)
  return index.enterpriseIds.map((id, row) => ({
    name: names[row]!,
    shortName: uses.get(short[row]!) === 1 ? short[row]! : names[row]!,
    role: enterprises.get(id)?.role ?? 'sme',
    isAssumed: enterprises.get(id)?.confidence === 'assumed',
  }))
}
