/**
 * The Economic Systemic Risk Index as its equations read (docs/model.md 2), straight from a chain document whose flows are all given:
 * objects and maps, one closure at a time, every sweep over everything. Shares no code with the engine.
 */
import type { CriticalitySettings } from '../../src/engine/criticality-coefficients.ts'
import type { Chain, Supply } from '../../src/model/chain.ts'

export interface SlowClosure {
  /** By enterprise id, 0..1; absent = 0. */
  readonly down: ReadonlyMap<string, number>
  readonly up: ReadonlyMap<string, number>
}

export interface SlowFigures {
  readonly index: number
  readonly down: number
  readonly up: number
  readonly sweeps: number
  /** By how much the largest falls missed or passed the tolerance, the smallest over all sweeps: 0 is a tie. */
  readonly nearestTie: number
}

interface Group {
  readonly kind: 'essential' | 'partial' | 'negligible'
  readonly outside: number
  readonly links: Supply[]
}

const keyOf = (...names: readonly string[]): string => JSON.stringify(names)
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

function networkOf(chain: Chain, { closed }: CriticalitySettings) {
  const groups = new Map<string, Map<string, Group>>(chain.enterprises.map(({ id }) => [id, new Map<string, Group>()]))
  const groupAt = (enterprise: string, product: string): Group => {
    const input = chain.inputs?.find((one) => one.enterprise === enterprise && one.product === product)
    const known = groups.get(enterprise)!.get(product)
    if (known) return known
    const made: Group = { kind: input?.need ?? 'essential', outside: closed ? 0 : (input?.outsideFlow ?? 0), links: [] }
    groups.get(enterprise)!.set(product, made)
    return made
  }
  for (const { enterprise, product } of chain.inputs ?? []) groupAt(enterprise, product)
  const sold = new Map(chain.enterprises.map(({ id }) => [id, 0]))
  const offered = new Map<string, { readonly from: string; readonly product: string; size: number }>()
  for (const link of chain.supplies) {
    groupAt(link.to, link.product).links.push(link)
    sold.set(link.from, sold.get(link.from)! + link.flow!)
    const key = keyOf(link.from, link.product)
    const offer = offered.get(key) ?? { from: link.from, product: link.product, size: 0 }
    offer.size += link.flow!
    offered.set(key, offer)
  }
  const output = new Map(
    chain.enterprises.map(({ id, finalDemand }) => [id, sold.get(id)! + (closed ? 0 : (finalDemand ?? 0))]),
  )
  return { groups, sold, output, offered }
}

const needOf = ({ outside, links }: Group): number => outside + sum(links.map(({ flow }) => flow!))

export function slowCriticality(chain: Chain, settings: CriticalitySettings, closure: SlowClosure): SlowFigures {
  const { groups, sold, output, offered } = networkOf(chain, settings)
  const ids = chain.enterprises.map(({ id }) => id)
  const capDown = new Map(ids.map((id) => [id, 1 - (closure.down.get(id) ?? 0)]))
  const capUp = new Map(ids.map((id) => [id, 1 - (closure.up.get(id) ?? 0)]))
  let down = new Map(capDown)
  let up = new Map(capUp)
  let sweeps = 0
  let nearestTie = Infinity
  for (;;) {
    const left = new Map<string, number>()
    for (const { from, product, size } of offered.values())
      left.set(product, (left.get(product) ?? 0) + size * down.get(from)!)
    const sigma = ({ from, product }: Supply): number => {
      if (!settings.replaceability) return 1
      const size = left.get(product)!
      return Math.min(1, offered.get(keyOf(from, product))!.size / (size <= 1e-10 ? 1 : size))
    }
    const missing = (link: Supply, need: number): number =>
      sigma(link) * (link.flow! / need) * (1 - down.get(link.from)!)
    const nextDown = new Map(
      ids.map((id) => {
        const mine = [...groups.get(id)!.values()]
        const allNeeds = sum(mine.map(needOf))
        const essential = mine
          .filter(({ kind, links }) => kind === 'essential' && links.length > 0)
          .map((group) => sum(group.links.map((link) => missing(link, needOf(group)))))
        const partial = sum(
          mine
            .filter(({ kind }) => kind === 'partial')
            .flatMap(({ links }) => links.map((link) => missing(link, allNeeds))),
        )
        return [id, Math.max(0, Math.min(capDown.get(id)!, 1 - Math.max(0, ...essential), 1 - partial))]
      }),
    )
    const lost = new Map(ids.map((id) => [id, 0]))
    for (const { from, to, flow } of chain.supplies) {
      lost.set(from, lost.get(from)! + (flow! / output.get(from)!) * (1 - up.get(to)!))
    }
    const nextUp = new Map(ids.map((id) => [id, Math.max(0, Math.min(capUp.get(id)!, 1 - lost.get(id)!))]))
    const fall = Math.max(
      ...ids.map((id) => Math.max(down.get(id)! - nextDown.get(id)!, up.get(id)! - nextUp.get(id)!)),
    )
    nearestTie = Math.min(nearestTie, Math.abs(fall - settings.tolerance))
    down = nextDown
    up = nextUp
    sweeps++
    if (!(fall > settings.tolerance)) break
  }
  const weight = settings.weight === 'flows' ? sold : output
  const total = sum(weight.values())
  const share = (level: (id: string) => number): number =>
    sum(ids.map((id) => weight.get(id)! * (1 - level(id)))) / total
  return {
    index: share((id) => Math.min(down.get(id)!, up.get(id)!)),
    down: share((id) => down.get(id)!),
    up: share((id) => up.get(id)!),
    sweeps,
    nearestTie,
  }
}
