import { editDocument } from '../document.ts'
import type { Stores } from '../stores.ts'

/** Gives several blocks the same liaison officer, as one step; blocks that were only found are then assigned. '' takes the officer away. */
export function assignOwner({ document }: Stores, blockIds: readonly string[], owner: string): void {
  const wanted = new Set(blockIds)
  const values = { owner, count: String(wanted.size) }
  editDocument(document, { name: owner === '' ? 'unassignOwner' : 'assignOwner', values }, (draft) => {
    for (const block of draft.blocks ?? []) {
      if (!wanted.has(block.id)) continue
      if (owner === '') delete block.owner
      else block.owner = owner
      if (owner !== '' && (block.state ?? 'found') === 'found') block.state = 'assigned'
      if (owner === '' && block.state === 'assigned') block.state = 'found'
    }
  })
}
