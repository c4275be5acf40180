import { textIn } from '../../model/local-text.ts'
import type { CardFacts } from './card-tools.ts'
import type { MapScene } from './map-props.ts'

/** Remark in brackets at the end of a name, either kind of brackets. */
const REMARK = /\s*[(（][^()（）]*[)）]\s*$/

/** Names and roles by row, in the language of the scene. */
export function factsOf({ chain, index, language }: Pick<MapScene, 'chain' | 'index' | 'language'>): CardFacts[] {
  const byId = new Map(chain.enterprises.map((enterprise) => [enterprise.id, enterprise]))
  const names = index.enterpriseIds.map((id) => textIn(byId.get(id)?.name, language) || id)
  const short = names.map((name) => name.replace(REMARK, '') || name)
  const uses = new Map<string, number>()
  for (const name of short) uses.set(name, (uses.get(name) ?? 0) + 1)
  return index.enterpriseIds.map((id, row) => ({
    name: names[row]!,
    shortName: uses.get(short[row]!) === 1 ? short[row]! : names[row]!,
    role: byId.get(id)?.role ?? 'sme',
    isAssumed: byId.get(id)?.confidence === 'assumed',
  }))
}
