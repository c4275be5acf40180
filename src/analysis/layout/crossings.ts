import type { IndexedChain } from '../../engine/indexed-chain.ts'

/**
 * Crossings between links that join the same two tiers, counted by inversions (W. Barth, M. Jünger, P. Mutzel, GD 2002).
 * @param tier [enterprises] column, 0 = leftmost
 * @param height [enterprises] place within the column, smaller = higher up; equal heights do not cross
 */
export function countCrossings(index: IndexedChain, tier: Int32Array, height: Float64Array): number {
  const rank = ranksOf(height)
  const pairs = new Map<number, number[]>()
  for (let link = 0; link < index.linkCount; link++) {
    const from = index.linkFrom[link]!
    const to = index.groupEnterprise[index.linkGroup[link]!]!
    const [left, right] = tier[from]! <= tier[to]! ? [from, to] : [to, from]
    if (tier[left] === tier[right]) continue
    const key = tier[left]! * 4096 + tier[right]!
    const ends = pairs.get(key)
    if (ends) ends.push(left, right)
    else pairs.set(key, [left, right])
  }
  let crossings = 0
  for (const ends of pairs.values()) crossings += inversions(ends, rank)
  return crossings
}

/** [enterprises] place of each height among all heights that occur. */
function ranksOf(height: Float64Array): Int32Array {
  const sorted = height.toSorted()
  let distinct = 0
  const place = new Map<number, number>()
  for (const value of sorted) if (!place.has(value)) place.set(value, distinct++)
  return Int32Array.from(height, (value) => place.get(value)!)
}

function inversions(ends: readonly number[], rank: Int32Array): number {
  let size = 1
  for (let at = 1; at < ends.length; at += 2) size = Math.max(size, rank[ends[at]!]! + 1)
  // One number per link, so that they sort by the left end and then by the right one.
  const links = new Float64Array(ends.length / 2)
  for (let at = 0; at < links.length; at++) links[at] = rank[ends[2 * at]!]! * size + rank[ends[2 * at + 1]!]!
  links.sort()
  const tree = new Int32Array(size + 1)
  let count = 0
  for (let seen = 0; seen < links.length; seen++) {
    const right = links[seen]! % size
    let notAbove = 0
    for (let at = right + 1; at > 0; at -= at & -at) notAbove += tree[at]!
    count += seen - notAbove
    for (let at = right + 1; at <= size; at += at & -at) tree[at]!++
  }
  return count
}
