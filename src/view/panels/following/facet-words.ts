import { useMemo } from 'react'
import { TILES } from '../../../analysis/regions/province-tiles.ts'
import type { Facet } from '../../../model/filter.ts'
import { localPart } from '../../../model/local-part.ts'
import { textIn } from '../../../model/local-text.ts'
import { useDocument, useWords } from '../../app-context.ts'

const TILE_BY_ID = new Map(TILES.map((tile) => [tile.id, tile]))

/** How a value of a facet is called in the language of the page. */
export function useFacetWords(): (facet: Facet, value: string) => string {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  return useMemo(() => {
    const stages = new Map(chain.stages.map(({ id, name }) => [id, textIn(name, language) || id]))
    const say = t as (key: string) => string
    return (facet, value) => {
      if (value === '') return t('follow.filter.none')
      switch (facet) {
        case 'stage':
          return stages.get(value) ?? value
        case 'region':
          return TILE_BY_ID.get(value)?.[language] ?? localPart(value, language)
        case 'industry':
          return localPart(value, language)
        case 'role':
        case 'cause':
        case 'state':
          return say(`words.${facet}.${value}`)
        case 'list':
        case 'trait':
          return say(`follow.filter.${facet}.${value}`)
      }
    }
  }, [t, language, chain.stages])
}
