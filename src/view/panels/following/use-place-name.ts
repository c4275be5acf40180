import type { NotePlace } from '../../../model/notes.ts'
import { supplyById } from '../../../state/selectors.ts'
import { useDocument, useWords } from '../../app-context.ts'
import { blockNameById, enterpriseName } from '../../names.ts'

/** What a note is pinned to, in words. */
export function usePlaceName(): (at: NotePlace) => string {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  return (at) => {
    if ('enterprise' in at) return enterpriseName(chain, at.enterprise, language)
    if ('block' in at) return blockNameById(chain, at.block, language)
    if ('supply' in at) {
      const supply = supplyById(chain, at.supply)
      return supply
        ? `${enterpriseName(chain, supply.from, language)} → ${enterpriseName(chain, supply.to, language)}`
        : at.supply
    }
    return t('follow.note.place')
  }
}
