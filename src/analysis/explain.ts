import { WHY } from '../engine/run-result.ts'
import { directCauses, worstBlock, type DirectCause } from './direct-causes.ts'
import { levelOn, whyOn, SAME_LEVEL, type Played } from './played.ts'

/** One link of the way from an enterprise back to a root; `row` is the enterprise reached. */
export interface Step {
  readonly row: number
  /** Link over which it was held: short of goods (supplier) or of orders (customer). */
  readonly link: number
  readonly kind: 'supplier' | 'customer'
  readonly day: number
}

export type Root =
  /** `hops` = links between the enterprise and the block; a block on the last link counts that link. */
  | {
      readonly kind: 'block'
      readonly block: number
      readonly hops: number
      readonly day: number
      readonly steps: readonly Step[]
    }
  /** Enterprises that wait for one another. Blocks still in force on them are roots beside it. */
  | {
      readonly kind: 'loop'
      readonly members: readonly number[]
      readonly hops: number
      readonly day: number
      readonly steps: readonly Step[]
    }
  /** Nothing is short any more: the missing goods or orders are on their way. */
  | { readonly kind: 'onTheWay'; readonly hops: number; readonly day: number; readonly steps: readonly Step[] }
  /**
   * Market: the scenario itself sets the demand of `row` below normal. Rationed: `row` ran in full, yet more was ordered than it can
   * make, and each customer got a share.
   */
  | {
      readonly kind: 'market' | 'rationed'
      readonly row: number
      readonly hops: number
      readonly day: number
      readonly steps: readonly Step[]
    }

type BlockRoot = Root & { kind: 'block' }

export interface Explanation {
  readonly row: number
  readonly day: number
  readonly why: 'running' | 'demand' | 'capacity' | 'input'
  /** Group that is short, where `why` is 'input'; else -1. */
  readonly group: number
  /** First day of the unbroken stretch below full that `day` lies in; -1 = already before the start. */
  readonly since: number
  /** Output lost from the start to the end of `day`, in days of full output. */
  readonly daysLost: number
  /** Nearest first. */
  readonly roots: readonly Root[]
  /** It is blocked itself, and every customer runs in full today. */
  readonly harmlessToday: boolean
}

/**
 * Why an enterprise runs below full on a day: walks back over short deliveries and fallen orders to blocks and waiting loops,
 * breadth first, each enterprise once. A firm that runs is never blamed.
 */
export function explain(played: Played, row: number, day: number): Explanation {
  const why = whyOn(played, row, day)
  return {
    row,
    day,
    why: why === WHY.running ? 'running' : why === WHY.demand ? 'demand' : why === WHY.capacity ? 'capacity' : 'input',
    group: why >= WHY.inputBase ? why - WHY.inputBase : -1,
    since: sinceWhen(played, row, day),
    daysLost: daysLost(played, row, day),
    roots: why === WHY.running ? [] : rootsOf(played, row, day),
    harmlessToday: why === WHY.capacity && customersRun(played, row, day),
  }
}

function sinceWhen(played: Played, row: number, day: number): number {
  let first = day
  while (first >= 0 && whyOn(played, row, first - 1) !== WHY.running) first--
  return Math.max(-1, first)
}

function daysLost(played: Played, row: number, day: number): number {
  let lost = 0
  for (let d = 0; d <= day; d++) lost += Math.max(0, 1 - levelOn(played, row, d))
  return lost
}

function customersRun({ index, ...rest }: Played, row: number, day: number): boolean {
  const played = { index, ...rest }
  for (let place = index.outStart[row]!; place < index.outStart[row + 1]!; place++) {
    const link = index.outLinks[place]!
    // Who only may buy here, from a backup, does not feel it.
    if (index.flow[link] === 0) continue
    const customer = index.groupEnterprise[index.linkGroup[link]!]!
    if (customer !== row && levelOn(played, customer, day) < 1 - SAME_LEVEL) return false
  }
  return index.finalDemand[row] === 0 && index.outStart[row]! < index.outStart[row + 1]!
}

interface Visit {
  readonly row: number
  readonly day: number
  readonly parent: Visit | null
  readonly step: Step | null
  readonly hops: number
}

interface Walk {
  readonly played: Played
  /** Day that is asked about. */
  readonly day: number
  readonly roots: Root[]
  readonly seenBlocks: Set<number>
  /** Enterprises reached, each by its shortest way. */
  readonly visits: Map<number, Visit>
  readonly queue: Visit[]
  /** Of each enterprise walked over, one that holds it. */
  readonly heldBy: Map<number, number>
}

function rootsOf(played: Played, row: number, day: number): Root[] {
  const start: Visit = { row, day, parent: null, step: null, hops: 0 }
  const walk: Walk = {
    played,
    day,
    roots: [],
    seenBlocks: new Set(),
    visits: new Map([[row, start]]),
    queue: [start],
    heldBy: new Map(),
  }
  for (let visit = walk.queue.shift(); visit; visit = walk.queue.shift()) {
    const causes = directCauses(played, visit.row, visit.day)
    if (causes.length === 0) {
      walk.roots.push({ kind: 'onTheWay', hops: visit.hops, day: visit.day, steps: stepsTo(visit) })
    }
    for (const cause of causes) {
      if (cause.kind === 'block') addBlock(walk, blockRoot(visit, cause))
      else if (cause.kind === 'market' || cause.kind === 'rationed') addLimit(walk, visit, cause)
      else goBack(walk, visit, cause)
    }
  }
  if (walk.roots.length === 0) addCrossedLoop(walk, row)
  return preferNamed(walk.roots)
}

function addBlock({ roots, seenBlocks }: Walk, root: BlockRoot): void {
  if (!seenBlocks.has(root.block)) roots.push(root)
  seenBlocks.add(root.block)
}

/** A market or a full supplier that holds without a block, named once however many ways lead to it. */
function addLimit({ roots }: Walk, visit: Visit, cause: DirectCause & { kind: 'market' | 'rationed' }): void {
  const { kind, row, day } = cause
  if (roots.some((root) => root.kind === kind && root.row === row)) return
  const hops = visit.hops + (kind === 'rationed' ? 1 : 0)
  roots.push({ kind, row, hops, day, steps: stepsTo(visit) })
}

/** Goes on to the enterprise that held the one visited, or closes a loop where the way has passed it before. */
function goBack(walk: Walk, visit: Visit, cause: DirectCause & { kind: 'supplier' | 'customer' }): void {
  walk.heldBy.set(visit.row, cause.row)
  if (!walk.visits.has(cause.row)) {
    const step: Step = { row: cause.row, link: cause.link, kind: cause.kind, day: cause.day }
    const next: Visit = { row: cause.row, day: cause.day, parent: visit, step, hops: visit.hops + 1 }
    walk.visits.set(cause.row, next)
    walk.queue.push(next)
    return
  }
  const members = loopMembers(visit, cause.row)
  if (members) addLoop(walk, visit, members)
}

function addLoop(walk: Walk, visit: Visit, members: readonly number[]): void {
  if (walk.roots.some((root) => root.kind === 'loop' && sameMembers(root.members, members))) return
  walk.roots.push({ kind: 'loop', members, hops: visit.hops, day: visit.day, steps: stepsTo(visit) })
  for (const row of members) {
    const block = worstBlock(walk.played, 'capacity', row, walk.day)
    const member = walk.visits.get(row)!
    if (block >= 0) addBlock(walk, { kind: 'block', block, hops: member.hops, day: walk.day, steps: stepsTo(member) })
  }
}

/**
 * The loop behind `row` where no way meets itself because two ways have met each other: B and C hold each other, and both were
 * reached from elsewhere. Without any root everybody is held by somebody, so following any one of them comes round.
 */
function addCrossedLoop(walk: Walk, row: number): void {
  const path = [row]
  let last = walk.visits.get(row)!
  for (let at = walk.heldBy.get(row)!; ; at = walk.heldBy.get(at)!) {
    const met = path.indexOf(at)
    if (met >= 0) return addLoop(walk, last, path.slice(met))
    path.push(at)
    last = walk.visits.get(at)!
  }
}

/** Goods on the way are worth a word only where no block and no loop holds anything. */
function preferNamed(roots: readonly Root[]): Root[] {
  const named = roots.filter((root) => root.kind !== 'onTheWay')
  const kept = named.length > 0 ? named : roots.slice(0, 1)
  return kept.toSorted((a, b) => a.hops - b.hops)
}

function blockRoot(visit: Visit, cause: DirectCause & { kind: 'block' }): BlockRoot {
  return {
    kind: 'block',
    block: cause.block,
    hops: visit.hops + (cause.link >= 0 ? 1 : 0),
    day: cause.day,
    steps: stepsTo(visit),
  }
}

function stepsTo(visit: Visit): Step[] {
  const steps: Step[] = []
  for (let at: Visit | null = visit; at; at = at.parent) if (at.step) steps.unshift(at.step)
  return steps
}

/** The enterprises from `row` down to the visit, when `row` lies on the way to it; else null. */
function loopMembers(visit: Visit, row: number): number[] | null {
  const members: number[] = []
  for (let at: Visit | null = visit; at; at = at.parent) {
    members.unshift(at.row)
    if (at.row === row) return members
  }
  return null
}

const sameMembers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((row) => b.includes(row))
