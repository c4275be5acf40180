/**
 * The baseline: what every enterprise makes, buys and sells on a normal day (docs/model.md 1).
 * Given flows are kept; the others follow from purchases per unit of output, W. Leontief's input-output system X = F + A X.
 */
import type { ChainSettings, Supply } from '../model/chain.ts'
import type { Problem } from '../model/problem.ts'
import { isBackup, type CanonicalRows, type Group } from './canonical-rows.ts'
import type { AssumedMarks, IndexedChain } from './indexed-chain.ts'

/** Relative change of output at which the system counts as solved; far below the 1e-12 that is promised. */
const SOLVED = 1e-15
const MAX_SWEEPS = 100_000

interface Derivation {
  /** [groups] purchases per unit of the customer's output, 0 where every flow is given. */
  readonly costShare: Float64Array
  /** [groups] share of the purchases bought outside the list. */
  readonly outsideShare: Float64Array
  /** [links] share of the group's purchases, 0 where the flow is given. */
  readonly linkShare: Float64Array
  /** [links] part of a given outside flow that this link does not sell, value per day; 0 where none is given. */
  readonly takenOff: Float64Array
}

/** Fills output, final demand, flows, needs; returns what is wrong with the given figures. */
export function solveBaseline(
  index: IndexedChain,
  assumed: AssumedMarks,
  rows: CanonicalRows,
  settings: Required<ChainSettings>,
): Problem[] {
  const problems: Problem[] = []
  const derivation = emptyDerivation(index)
  let group = 0
  rows.groups.forEach((groups, row) => {
    const buying = groups.filter(takesPart).length
    let columnSum = 0
    for (const member of groups) {
      setUpGroup({ index, assumed, derivation, settings, group, buying }, member)
      columnSum += derivation.costShare[group]!
      group++
    }
    if (columnSum >= 1) problems.push(purchasesTooLarge(rows.enterprises[row]!.id, columnSum))
  })
  fillFinalDemand(index, rows)
  if (problems.length === 0) solveOutput(index, derivation)
  const sells = problems.length === 0 ? index.output : sellsAnything(index, derivation)
  spreadOutput(index, assumed, derivation)
  fillNeeds(index)
  for (let row = 0; row < index.enterpriseCount; row++) {
    if (!(sells[row]! > 0)) problems.push(outputZero(index.enterpriseIds[row]!))
  }
  return problems
}

const takesPart = (group: Group): boolean =>
  (group.input?.outsideFlow ?? 0) > 0 || group.links.some((link) => !isBackup(link))

function emptyDerivation(index: IndexedChain): Derivation {
  return {
    costShare: new Float64Array(index.groupCount),
    outsideShare: new Float64Array(index.groupCount),
    linkShare: new Float64Array(index.linkCount),
    takenOff: new Float64Array(index.linkCount),
  }
}

interface GroupPlace {
  readonly index: IndexedChain
  readonly assumed: AssumedMarks
  readonly derivation: Derivation
  readonly settings: Required<ChainSettings>
  readonly group: number
  /** Groups of the customer among which the purchases ratio is split. */
  readonly buying: number
}

function setUpGroup({ index, assumed, derivation, settings, group, buying }: GroupPlace, member: Group): void {
  const first = index.linkStart[group]!
  const links = member.links.filter((link) => !isBackup(link))
  member.links.forEach((link, offset) => (index.flow[first + offset] = link.flow ?? 0))
  const given = member.input?.outsideFlow
  index.outside[group] = given ?? 0
  if (links.every((link) => link.flow !== undefined)) return

  derivation.costShare[group] = member.input?.costShare ?? settings.purchasesRatio / buying
  const stated = links.reduce((sum, link) => sum + (link.share ?? 0), 0)
  const unstated = links.filter((link) => link.share === undefined).length
  const outside = given === undefined ? outsideShareOf(stated, unstated, settings.unlistedShare) : 0
  derivation.outsideShare[group] = outside
  if (given === undefined && outside > 0) assumed.outside[group] = 1
  // What is bought outside leaves less for the links without a share; where every link has one, less for all of them.
  const scale = given !== undefined && unstated === 0 && stated > 0 ? 1 / stated : 1
  const rest = unstated > 0 ? Math.max(0, 1 - outside - stated) / unstated : 0
  member.links.forEach((link: Supply, offset) => {
    if (isBackup(link) || link.flow !== undefined) return
    const row = first + offset
    const share = link.share === undefined ? rest : link.share * scale
    derivation.linkShare[row] = share
    if (unstated === 0) derivation.takenOff[row] = share * (given ?? 0)
    else if (link.share === undefined) derivation.takenOff[row] = (given ?? 0) / unstated
    assumed.flow[row] = 1
  })
}

/** Share bought from suppliers who are not listed, where no outside flow is given. */
function outsideShareOf(stated: number, unstated: number, unlistedShare: number): number {
  const left = Math.max(0, 1 - stated)
  if (left <= 1e-9) return 0
  if (unstated === 0) return left
  return unlistedShare < left ? unlistedShare : unlistedShare * left
}

function fillFinalDemand(index: IndexedChain, rows: CanonicalRows): void {
  const hasCustomer = new Uint8Array(index.enterpriseCount)
  let link = 0
  for (const groups of rows.groups) {
    for (const { links } of groups) {
      for (const supply of links) {
        // Selling to itself alone does not bring an enterprise any demand: it then sells to the end market.
        if (!isBackup(supply) && supply.from !== supply.to) hasCustomer[index.linkFrom[link]!] = 1
        link++
      }
    }
  }
  rows.enterprises.forEach((enterprise, row) => {
    index.finalDemand[row] = enterprise.finalDemand ?? (hasCustomer[row] ? 0 : 1)
  })
}

/** Flow of a derived link at customer output x: its share of the purchases, less what is bought outside in its place. */
function derivedFlow({ costShare, linkShare, takenOff }: Derivation, group: number, link: number, x: number): number {
  return Math.max(0, linkShare[link]! * (costShare[group]! * x) - takenOff[link]!)
}

/** Fixed point of X = F + flows sold; contracts because every column sum of A is below 1. */
function solveOutput(index: IndexedChain, derivation: Derivation): void {
  const { output, finalDemand, flow, linkFrom, linkGroup, groupEnterprise, linkCount, enterpriseCount } = index
  const start = finalDemand.slice()
  for (let link = 0; link < linkCount; link++) start[linkFrom[link]!]! += flow[link]!
  output.set(start)
  const next = new Float64Array(enterpriseCount)
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    next.set(start)
    for (let link = 0; link < linkCount; link++) {
      if (derivation.linkShare[link] === 0) continue
      const group = linkGroup[link]!
      next[linkFrom[link]!]! += derivedFlow(derivation, group, link, output[groupEnterprise[group]!]!)
    }
    let change = 0
    for (let row = 0; row < enterpriseCount; row++) {
      change = Math.max(change, Math.abs(next[row]! - output[row]!) / Math.max(next[row]!, 1e-300))
    }
    output.set(next)
    if (change <= SOLVED) return
  }
}

/**
 * Where the system has no solution: who would sell at all, so that nobody is told of an output of 0 who has one.
 * @returns [enterprises] above 0 where something is sold
 */
function sellsAnything(index: IndexedChain, derivation: Derivation): Float64Array {
  const { finalDemand, flow, linkFrom, linkGroup, groupEnterprise, linkCount } = index
  const sells = finalDemand.slice()
  for (let link = 0; link < linkCount; link++) sells[linkFrom[link]!]! += flow[link]!
  for (let isMore = true; isMore;) {
    isMore = false
    for (let link = 0; link < linkCount; link++) {
      const from = linkFrom[link]!
      const buys = sells[groupEnterprise[linkGroup[link]!]!]! > 0 && derivation.linkShare[link]! > 0
      if (!buys || sells[from]! > 0) continue
      sells[from] = 1
      isMore = true
    }
  }
  return sells
}

function spreadOutput(index: IndexedChain, assumed: AssumedMarks, derivation: Derivation): void {
  for (let group = 0; group < index.groupCount; group++) {
    if (derivation.costShare[group] === 0) continue
    const x = index.output[index.groupEnterprise[group]!]!
    for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) {
      if (derivation.linkShare[link]! > 0) index.flow[link] = derivedFlow(derivation, group, link, x)
    }
    index.outside[group]! += derivation.outsideShare[group]! * (derivation.costShare[group]! * x)
  }
  for (let link = 0; link < index.linkCount; link++) {
    if (assumed.flow[link]) assumed.output[index.linkFrom[link]!] = 1
  }
  for (let row = 0; row < index.enterpriseCount; row++) if (assumed.finalDemand[row]) assumed.output[row] = 1
}

function fillNeeds(index: IndexedChain): void {
  for (let row = 0; row < index.enterpriseCount; row++) {
    let all = 0
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      let inside = 0
      for (let link = index.linkStart[group]!; link < index.linkStart[group + 1]!; link++) inside += index.flow[link]!
      index.need[group] = inside + index.outside[group]!
      all += index.need[group]!
    }
    for (let group = index.groupStart[row]!; group < index.groupStart[row + 1]!; group++) {
      index.theta[group] = all > 0 ? index.need[group]! / all : 0
    }
  }
}

const outputZero = (enterprise: string): Problem => ({
  code: 'OUTPUT_ZERO',
  severity: 'error',
  path: `enterprises[id=${enterprise}]`,
  found: '0',
  expected: '> 0',
})

/** A sum of shares adds noise in its last digits. */
const SHOWN_DIGITS = 6

const purchasesTooLarge = (enterprise: string, sum: number): Problem => ({
  code: 'PURCHASES_TOO_LARGE',
  severity: 'error',
  path: `enterprises[id=${enterprise}]`,
  found: String(Number(sum.toPrecision(SHOWN_DIGITS))),
  expected: '< 1',
})
