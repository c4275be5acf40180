import type { Draft } from 'mutative'
import type { Block } from '../../model/chain.ts'
import { editDocument } from '../document.ts'
import type { Stores } from '../stores.ts'

/** Puts the block as edited in place of the one with its id. */
export function changeBlock({ document }: Stores, block: Block): void {
  editDocument(document, { name: 'changeBlock', values: { block: block.id } }, (draft) => {
    const at = draft.blocks?.findIndex(({ id }) => id === block.id) ?? -1
    if (at < 0) throw new Error(`expected a block of the chain, got ${block.id}`)
    draft.blocks![at] = block as Draft<Block>
  })
}
