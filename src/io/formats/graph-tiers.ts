/**
 * Tiers from who supplies whom, for graphs that name no stages: one more than the highest tier among the customers, 0 at the end market.
 * A loop is opened at its first member in row order that already has a customer with a tier, else at its first member.
 * @param ends [links] rows of supplier and customer; others than 0..count - 1 are passed over
 * @returns [count] tiers, 0..most
 */
export function tiersOf(count: number, ends: readonly (readonly [from: number, to: number])[], most: number): number[] {
  const { suppliers, open } = suppliersOf(count, ends)
  const tier = new Array<number>(count).fill(0)
  const isDone = new Uint8Array(count)
  const waiting: number[] = []
  const touched: number[] = []
  for (let row = 0; row < count; row++) if (open[row] === 0) waiting.push(row)
  let firstLeft = 0
  for (;;) {
    let row = waiting.pop()
    while (row === undefined && touched.length > 0) row = touched.pop()
    if (row === undefined) {
      while (firstLeft < count && isDone[firstLeft]) firstLeft++
      if (firstLeft === count) break
      row = firstLeft
    }
    if (isDone[row]) continue
    isDone[row] = 1
    for (const supplier of suppliers[row]!) {
      if (isDone[supplier]) continue
      tier[supplier] = Math.max(tier[supplier]!, tier[row]! + 1)
      if (--open[supplier]! === 0) waiting.push(supplier)
      else touched.push(supplier)
    }
  }
  return compressed(tier, most)
}

function suppliersOf(count: number, ends: readonly (readonly [number, number])[]) {
  const suppliers = Array.from({ length: count }, (): number[] => [])
  /** Links to customers without a tier yet. */
  const open = new Int32Array(count)
  for (const [from, to] of ends) {
    if (from === to || suppliers[from] === undefined || suppliers[to] === undefined) continue
    suppliers[to].push(from)
    open[from]!++
  }
  return { suppliers, open }
}

/** A chain with more tiers than a map has room for is drawn together evenly. */
function compressed(tier: number[], most: number): number[] {
  let highest = 0
  for (const each of tier) highest = Math.max(highest, each)
  return highest <= most ? tier : tier.map((each) => Math.round((each * most) / highest))
}
