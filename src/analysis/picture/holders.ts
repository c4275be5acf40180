import { LINK_STATE, type DayView } from '../day-view.ts'
import { BACK_TO_FULL } from '../played.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'

export interface HoldersInput {
  readonly index: IndexedChain
  readonly view: DayView
}

/**
 * The nearest enterprise with a block of its own upstream of each, along links that carry less than normal on the shown day.
 * @returns [enterprises] row of the holder, -1 = none, or the block is its own
 */
export function holdersOf({ index, view }: HoldersInput): Int32Array {
  const holder = new Int32Array(index.enterpriseCount).fill(-1)
  const queue: number[] = []
  for (let row = 0; row < index.enterpriseCount; row++) {
    if (view.block[row]! < 0) continue
    holder[row] = row
    queue.push(row)
  }
  for (let at = 0; at < queue.length; at++) {
    const row = queue[at]!
    for (let out = index.outStart[row]!; out < index.outStart[row + 1]!; out++) {
      const link = index.outLinks[out]!
      const customer = index.groupEnterprise[index.linkGroup[link]!]!
      if (view.linkState[link] === LINK_STATE.flowing || holder[customer]! >= 0) continue
      holder[customer] = holder[row]!
      queue.push(customer)
    }
  }
  return holder.map((other, row) => (other === row ? -1 : other))
}

/** Leading enterprises that run below normal because of one enterprise: reached along links that carry less than normal. */
export function heldLeading({ index, view }: HoldersInput, row: number): number[] {
  const found = new Set([row])
  for (const at of found) {
    for (let out = index.outStart[at]!; out < index.outStart[at + 1]!; out++) {
      const link = index.outLinks[out]!
      if (view.linkState[link] !== LINK_STATE.flowing) found.add(index.groupEnterprise[index.linkGroup[link]!]!)
    }
  }
  found.delete(row)
  return [...found].filter((other) => index.role[other] === 0 && view.level[other]! < BACK_TO_FULL)
}
