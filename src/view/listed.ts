import { useMemo } from 'react'
import { membersOf, versionOn, type Members } from '../analysis/lists/list-versions.ts'
import type { IndexedChain } from '../engine/indexed-chain.ts'
import type { Chain, Enterprise, Role } from '../model/chain.ts'
import { useDocument, useSession } from './app-context.ts'

/** Members of the version of the lists that the map shows; null = none is shown. */
export function useListed(): Members | null {
  const date = useSession((state) => state.listDate)
  const list = useDocument((state) => (date === null ? null : versionOn(state.chain, date)?.list))
  return useMemo(() => (list ? membersOf(list) : null), [list])
}

/** The chain with the roles of a version: who is not on it is drawn as one of the others. Folds stay as they are. */
export function chainAsListed(chain: Chain, members: Members, isFold: (id: string) => boolean): Chain {
  const enterprises = chain.enterprises.map((each): Enterprise => {
    const role: Role = members.get(each.id) ?? 'sme'
    return isFold(each.id) || role === each.role ? each : { ...each, role }
  })
  return { ...chain, enterprises }
}

const ROLE_NUMBER = { leading: 0, core: 1, sme: 2 } as const

/** The same for rows; for drawing alone, nothing is computed with these roles. */
export function indexAsListed(index: IndexedChain, members: Members): IndexedChain {
  const role = Uint8Array.from(index.enterpriseIds, (id) => ROLE_NUMBER[members.get(id) ?? 'sme'])
  return { ...index, role }
}
