import type { IndexedChain } from '../../engine/indexed-chain.ts'

const SWEEPS = 4

/**
 * Moves each column as a whole, as far as there is room below it, to the mean height of what it is linked to: sparse columns then
 * stand beside their customers.
 * @param tier [enterprises] column
 * @param y [enterprises] heights, overwritten
 * @param room [columns] how far each column may be moved down, >= 0
 * @returns [columns] how far each was moved, whole map units
 */
export function alignColumns(
  index: IndexedChain,
  tier: Int32Array,
  y: Float64Array,
  room: readonly number[],
): number[] {
  const moved = room.map(() => 0)
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const pull = new Float64Array(room.length)
    const links = new Float64Array(room.length)
    for (let link = 0; link < index.linkCount; link++) {
      const from = index.linkFrom[link]!
      const to = index.groupEnterprise[index.linkGroup[link]!]!
      const [a, b] = [tier[from]!, tier[to]!]
      if (a === b) continue
      const step = y[to]! + moved[b]! - y[from]! - moved[a]!
      pull[a]! += step
      pull[b]! -= step
      links[a]!++
      links[b]!++
    }
    // Every other column at a time: two neighbours that moved at once would change places for ever.
    const at = sweep % 2
    room.forEach((free, column) => {
      if (links[column] === 0 || column % 2 !== at) return
      moved[column] = Math.round(Math.max(0, Math.min(free, moved[column]! + pull[column]! / links[column]!)))
    })
  }
  for (let row = 0; row < y.length; row++) y[row]! += moved[tier[row]!]!
  return moved
}
