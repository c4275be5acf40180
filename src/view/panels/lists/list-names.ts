import { useMemo } from 'react'
import type { Enterprise } from '../../../model/chain.ts'
import { byId } from '../../../model/by-id.ts'
import { textIn } from '../../../model/local-text.ts'
import { useDocument, useWords } from '../../app-context.ts'

export interface ListNames {
  readonly byId: ReadonlyMap<string, Enterprise>
  readonly name: (id: string) => string
  readonly join: (names: readonly string[]) => string
  readonly compare: (a: string, b: string) => number
}

/** Names of enterprises, found without a search: a list may have thousands. */
export function useListNames(): ListNames {
  const { language } = useWords()
  const enterprises = useDocument((state) => state.chain.enterprises)
  return useMemo(() => {
    const known = byId(enterprises)
    const name = (id: string) => textIn(known.get(id)?.name, language) || id
    const order = new Intl.Collator(language)
    return {
      byId: known,
      name,
      join: (names) => names.join(language === 'zh' ? '、' : ', '),
      compare: (a, b) => order.compare(name(a), name(b)),
    }
  }, [enterprises, language])
}
