import type { Chain, Clearing, Delivery, Scenario, Stimulus } from '../../model/chain.ts'

/** One thing in which scenario B differs from A. */
export type ScenarioChange =
  | { readonly kind: 'blockAdded' | 'blockRemoved'; readonly block: string }
  /** Day on which the block is cleared in each; null = not cleared. */
  | { readonly kind: 'clearing'; readonly block: string; readonly a: string | null; readonly b: string | null }
  | { readonly kind: 'deliveryAdded' | 'deliveryRemoved'; readonly delivery: Delivery }
  | { readonly kind: 'stimulusAdded' | 'stimulusRemoved'; readonly stimulus: Stimulus }
  | { readonly kind: 'settled'; readonly b: boolean }

const blocksOf = (chain: Chain, { blocks }: Scenario): readonly string[] =>
  blocks === 'all' ? (chain.blocks ?? []).map(({ id }) => id) : blocks

/** Earliest day on which a scenario clears a block by hand; null = not. */
function clearedOn({ clear = [] }: Scenario, block: string): string | null {
  let first: string | null = null
  for (const clearing of clear) {
    if (clearing.block === block && (first === null || clearing.on < first)) first = clearing.on
  }
  return first
}

/** Rows of `these` that `others` lack, counted, so that two equal rows are two. */
function surplus<Row>(these: readonly Row[] = [], others: readonly Row[] = []): readonly Row[] {
  const left = others.map((row) => JSON.stringify(row))
  return these.filter((row) => {
    const at = left.indexOf(JSON.stringify(row))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Everything in which B differs from A; both are read on A's calendar. Applying all of them to A gives B's timeline. */
export function changesBetween(chain: Chain, a: Scenario, b: Scenario): ScenarioChange[] {
  const [inA, inB] = [new Set(blocksOf(chain, a)), new Set(blocksOf(chain, b))]
  const changes: ScenarioChange[] = []
  for (const block of inB) if (!inA.has(block)) changes.push({ kind: 'blockAdded', block })
  for (const block of inA) if (!inB.has(block)) changes.push({ kind: 'blockRemoved', block })
  for (const { id: block } of chain.blocks ?? []) {
    const [onA, onB] = [clearedOn(a, block), clearedOn(b, block)]
    if (inB.has(block) && onA !== onB) changes.push({ kind: 'clearing', block, a: onA, b: onB })
  }
  for (const delivery of surplus(b.deliveries, a.deliveries)) changes.push({ kind: 'deliveryAdded', delivery })
  for (const delivery of surplus(a.deliveries, b.deliveries)) changes.push({ kind: 'deliveryRemoved', delivery })
  for (const stimulus of surplus(b.stimulus, a.stimulus)) changes.push({ kind: 'stimulusAdded', stimulus })
  for (const stimulus of surplus(a.stimulus, b.stimulus)) changes.push({ kind: 'stimulusRemoved', stimulus })
  if ((a.settled ?? false) !== (b.settled ?? false)) changes.push({ kind: 'settled', b: b.settled ?? false })
  return changes
}

function without<Row>(rows: readonly Row[] = [], row: Row): readonly Row[] {
  const at = rows.findIndex((each) => JSON.stringify(each) === JSON.stringify(row))
  return at < 0 ? rows : rows.toSpliced(at, 1)
}

/** A scenario with one change made to it. */
export function withChange(chain: Chain, scenario: Scenario, change: ScenarioChange): Scenario {
  const blocks = blocksOf(chain, scenario)
  const clear: readonly Clearing[] = scenario.clear ?? []
  switch (change.kind) {
    case 'blockAdded':
      return { ...scenario, blocks: [...blocks, change.block] }
    case 'blockRemoved':
      return { ...scenario, blocks: blocks.filter((id) => id !== change.block) }
    case 'clearing': {
      const others = clear.filter(({ block }) => block !== change.block)
      const added = change.b === null ? [] : [{ block: change.block, on: change.b }]
      return { ...scenario, clear: [...others, ...added] }
    }
    case 'deliveryAdded':
      return { ...scenario, deliveries: [...(scenario.deliveries ?? []), change.delivery] }
    case 'deliveryRemoved':
      return { ...scenario, deliveries: without(scenario.deliveries, change.delivery) }
    case 'stimulusAdded':
      return { ...scenario, stimulus: [...(scenario.stimulus ?? []), change.stimulus] }
    case 'stimulusRemoved':
      return { ...scenario, stimulus: without(scenario.stimulus, change.stimulus) }
    case 'settled':
      return { ...scenario, settled: change.b }
  }
}
