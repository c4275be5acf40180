import { editDocument } from '../document.ts'
import type { Stores } from '../stores.ts'

/** Takes a block out of the chain and out of every scenario that names it. */
export function removeBlock({ document }: Stores, blockId: string): void {
  editDocument(document, { name: 'removeBlock', values: { block: blockId } }, (draft) => {
    draft.blocks = (draft.blocks ?? []).filter(({ id }) => id !== blockId)
    for (const scenario of draft.scenarios ?? []) {
      if (scenario.blocks !== 'all') scenario.blocks = scenario.blocks.filter((id) => id !== blockId)
      if (scenario.clear) scenario.clear = scenario.clear.filter(({ block }) => block !== blockId)
    }
  })
}
