/**
 * The Economic Systemic Risk Index of larger networks, written as the published program reads: arrays over firms and links, every
 * sweep over everything, plain sums in the order of the document. Shares no code with the engine.
 */
import type { Chain } from '../../src/model/chain.ts'

export interface PlainSettings {
  readonly tolerance: number
  readonly closed: boolean
  readonly replaceability: boolean
  readonly weight: 'flows' | 'output'
}

export interface PlainFigures {
  readonly index: number
  readonly down: number
  readonly up: number
  readonly sweeps: number
  /** By how much the largest falls missed or passed the tolerance, the smallest over all sweeps. */
  readonly nearestTie: number
}

interface Link {
  readonly from: number
  readonly to: number
  readonly product: string
  readonly flow: number
  readonly kind: string
  /** Place of the customer's need of this product, and of the supplier's offer of it. */
  readonly need: number
  readonly offer: number
}

/** Gives the figures of any closure: shares closed by place in the document, as customers and as suppliers feel them. */
export function plainSweeps(chain: Chain, settings: PlainSettings) {
  const placeOf = new Map(chain.enterprises.map(({ id }, place) => [id, place]))
  const firms = chain.enterprises.length
  const inputs = new Map((chain.inputs ?? []).map((input) => [`${input.enterprise}\n${input.product}`, input]))
  const needs = new Map<string, number>()
  const offers = new Map<string, number>()
  const numbered = (known: Map<string, number>, key: string): number => {
    if (!known.has(key)) known.set(key, known.size)
    return known.get(key)!
  }
  const links = chain.supplies.map(({ from, to, product, flow }): Link => {
    const key = `${to}\n${product}`
    const offer = numbered(offers, `${from}\n${product}`)
    const kind = inputs.get(key)?.need ?? 'essential'
    return {
      from: placeOf.get(from)!,
      to: placeOf.get(to)!,
      product,
      flow: flow!,
      kind,
      need: numbered(needs, key),
      offer,
    }
  })
  for (const key of inputs.keys()) numbered(needs, key)
  const needSize = new Array<number>(needs.size).fill(0)
  const allNeeds = new Array<number>(firms).fill(0)
  const sold = new Array<number>(firms).fill(0)
  const offerSize = new Array<number>(offers.size).fill(0)
  for (const { from, need, offer, flow } of links) {
    needSize[need]! += flow
    sold[from]! += flow
    offerSize[offer]! += flow
  }
  if (!settings.closed) for (const [key, { outsideFlow }] of inputs) needSize[needs.get(key)!]! += outsideFlow ?? 0
  for (const [key, need] of needs) allNeeds[placeOf.get(key.split('\n')[0]!)!]! += needSize[need]!
  const output = chain.enterprises.map(
    ({ finalDemand }, place) => sold[place]! + (settings.closed ? 0 : (finalDemand ?? 0)),
  )
  const weight = settings.weight === 'flows' ? sold : output
  const sellers = [...offers].map(([key, offer]) => {
    const [id, product] = key.split('\n')
    return { offer, firm: placeOf.get(id!)!, product: product! }
  })

  const nextDown = (down: readonly number[], limit: readonly number[]): number[] => {
    const left = new Map<string, number>()
    for (const { offer, firm, product } of sellers) {
      left.set(product, (left.get(product) ?? 0) + offerSize[offer]! * down[firm]!)
    }
    const essential = new Array<number>(needs.size).fill(0)
    const partial = new Array<number>(firms).fill(0)
    for (const { from, to, product, flow, kind, need, offer } of links) {
      const size = left.get(product)!
      const sigma = settings.replaceability ? Math.min(1, offerSize[offer]! / (size <= 1e-10 ? 1 : size)) : 1
      if (kind === 'essential') essential[need]! += sigma * (flow / needSize[need]!) * (1 - down[from]!)
      if (kind === 'partial') partial[to]! += sigma * (flow / allNeeds[to]!) * (1 - down[from]!)
    }
    const next = limit.map((most, firm) => Math.min(most, 1 - partial[firm]!))
    for (const { to, need } of links) next[to] = Math.min(next[to]!, 1 - essential[need]!)
    return next.map((level) => Math.max(0, level))
  }
  const nextUp = (up: readonly number[], limit: readonly number[]): number[] => {
    const lost = new Array<number>(firms).fill(0)
    for (const { from, to, flow } of links) lost[from]! += (flow / output[from]!) * (1 - up[to]!)
    return limit.map((most, firm) => Math.max(0, Math.min(most, 1 - lost[firm]!)))
  }
  const share = (level: readonly number[]): number => {
    let lost = 0
    let all = 0
    level.forEach((value, firm) => {
      lost += weight[firm]! * (1 - value)
      all += weight[firm]!
    })
    return lost / all
  }

  return (psiDown: readonly number[], psiUp: readonly number[]): PlainFigures => {
    const [limitDown, limitUp] = [psiDown.map((psi) => 1 - psi), psiUp.map((psi) => 1 - psi)]
    let [down, up] = [limitDown, limitUp]
    let nearestTie = Infinity
    for (let sweeps = 1; ; sweeps++) {
      const [below, above] = [nextDown(down, limitDown), nextUp(up, limitUp)]
      let fall = -Infinity
      for (let firm = 0; firm < firms; firm++)
        fall = Math.max(fall, down[firm]! - below[firm]!, up[firm]! - above[firm]!)
      nearestTie = Math.min(nearestTie, Math.abs(fall - settings.tolerance))
      ;[down, up] = [below, above]
      if (fall > settings.tolerance) continue
      const both = down.map((level, firm) => Math.min(level, up[firm]!))
      return { index: share(both), down: share(down), up: share(up), sweeps, nearestTie }
    }
  }
}
