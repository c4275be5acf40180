import { LINK_STATE } from '../../analysis/day-view.ts'
import type { MapScene } from './map-props.ts'

/**
 * The nearest enterprise with a block of its own upstream of each, along links that carry less than normal on the shown day.
 * @returns [enterprises] row of the holder, -1 = none, or the block is its own
 */
export function holdersOf({ index, view }: Pick<MapScene, 'index' | 'view'>): Int32Array {
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
