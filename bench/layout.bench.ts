import { linkRouter } from '../src/analysis/layout/link-routes.ts'
import { tierLayout } from '../src/analysis/layout/tier-layout.ts'
import { indexChain } from '../src/engine/index-chain.ts'
import { randomChain } from './random-chain.ts'
import { count, timed, type BenchRow } from './rows.ts'

const SIZES = [
  { enterprises: 300, supplies: 750, target: 60 },
  { enterprises: 1_000, supplies: 2_500, target: 60 },
  { enterprises: 10_000, supplies: 25_000, target: 1_500 },
] as const

/** Layout by tiers, and the ways of all links through the gaps between the cards. */
export function bench(): readonly BenchRow[] {
  return SIZES.flatMap(({ enterprises, supplies, target }) => {
    const chain = randomChain({ enterprises, supplies, seed: 17 })
    const { index } = indexChain(chain)
    const size = `${count(enterprises)} / ${count(supplies)}`
    const layout = timed(() => tierLayout(chain, index))
    const routes = timed(() => routesOf(index, layout.result))
    return [
      {
        what: 'layout by tiers',
        size,
        milliseconds: layout.milliseconds,
        processorMilliseconds: layout.processorMilliseconds,
        target,
      },
      {
        what: 'ways of the links',
        size,
        milliseconds: routes.milliseconds,
        processorMilliseconds: routes.processorMilliseconds,
        target,
      },
    ]
  })
}

function routesOf(index: ReturnType<typeof indexChain>['index'], layout: ReturnType<typeof tierLayout>) {
  const router = linkRouter(index, layout)
  return Array.from({ length: index.linkCount }, (_, link) => {
    const from = index.linkFrom[link]!
    const to = index.groupEnterprise[index.linkGroup[link]!]!
    return router.route(
      link,
      { x: layout.x[from]!, y: layout.y[from]! },
      { x: layout.x[to]!, y: layout.y[to]! },
      'laidOut',
    )
  })
}
