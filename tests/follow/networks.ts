import * as fc from 'fast-check'
import type { Chain } from '../../src/model/chain.ts'

/** A chain of enterprises e0, e1, … with these links; flows differ so that none of two routes is the richer by chance alone. */
export function networkChain(
  enterprises: number,
  links: readonly (readonly [number, number])[],
  flows: readonly number[] = [],
): Chain {
  return {
    format: 'industrial-chain',
    version: 1,
    name: 'network',
    stages: [{ id: 's', name: 's', tier: 0 }],
    enterprises: Array.from({ length: enterprises }, (_, at) => ({
      id: `e${at}`,
      name: `e${at}`,
      role: 'core' as const,
      stage: 's',
      finalDemand: 1,
    })),
    supplies: links.map(([from, to], at) => ({
      id: `l${at}`,
      from: `e${from}`,
      to: `e${to}`,
      product: `p${at % 3}`,
      flow: flows[at] ?? 1,
    })),
  }
}

/** Small networks with loops, self-supply and parallel links; flows from a few values, so that there are ties. */
export const arbitraryNetwork = (enterprises: number, links: number): fc.Arbitrary<Chain> =>
  fc
    .record({
      count: fc.integer({ min: 2, max: enterprises }),
      ends: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 })), { maxLength: links }),
    })
    .map(({ count, ends }) =>
      networkChain(
        count,
        ends.map(([a, b]) => [a % count, b % count]),
        ends.map(([, , flow]) => flow),
      ),
    )
