import type { Focus } from '../../analysis/picture/focus.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { fillIn } from '../../i18n/problem-text.ts'
import type { Language } from '../../model/local-text.ts'
import { TEXTS } from '../texts.ts'

/** What the filter takes from the map, in words: nobody may take a part for the whole. Nothing where there is no filter. */
export function hiddenWords(index: IndexedChain, { cover }: Focus, language: Language): readonly string[] {
  if (cover === null) return []
  const { filtered } = TEXTS[language].print
  const count = cover.cards.reduce((sum, each) => sum + 1 - each, 0)
  if (cover.isEmpty) return [fillIn(filtered.empty, { count })]
  const words = count > 0 ? [fillIn(filtered[cover.way], { count })] : []
  const links = cover.links.reduce((sum, isDrawn, link) => {
    const customer = index.groupEnterprise[index.linkGroup[link]!]!
    const isByHand = isDrawn === 0 && cover.cards[index.linkFrom[link]!] === 1 && cover.cards[customer] === 1
    return sum + (isByHand ? 1 : 0)
  }, 0)
  return links > 0 ? [...words, fillIn(filtered.links, { count: links })] : words
}
