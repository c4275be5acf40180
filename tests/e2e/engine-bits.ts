/** Runs of the engine whose every bit counts: built once and played in Node and in the browser. */
import { simulate } from '../../src/engine/daily-model.ts'
import { criticalityRange } from '../../src/engine/criticality.ts'
import { CONVERGED, PUBLISHED } from '../../src/engine/criticality-coefficients.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'
import type { Chain } from '../../src/model/chain.ts'

/** FNV-1a over the bytes of arrays, in this order. */
function hashOf(arrays: readonly ArrayBufferView[]): string {
  let hash = 0x811c9dc5
  for (const { buffer, byteOffset, byteLength } of arrays) {
    for (const byte of new Uint8Array(buffer, byteOffset, byteLength)) hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** Name of a run and the hash of all its figures. */
export function bitsOf(chains: readonly Chain[]): readonly (readonly [name: string, hash: string])[] {
  return chains.flatMap((chain, at) => {
    const { index } = indexChain(chain)
    const runs = (chain.scenarios ?? []).map((scenario) => {
      const { level, why, stockLast, sent, linkFlags } = simulate(index, timelineOf(chain, index, scenario), {
        record: 'full',
      })
      return [`${at} ${scenario.id}`, hashOf([level, why, stockLast, sent, linkFlags])] as const
    })
    const criticality = [PUBLISHED, CONVERGED].map((settings, which) => {
      const figures = criticalityRange({ index, settings, from: 0, to: index.enterpriseCount }, () => {})
      return [`${at} criticality ${which}`, hashOf([figures.index, figures.down, figures.up, figures.sweeps])] as const
    })
    return [...runs, ...criticality]
  })
}
