import { readFileSync } from 'node:fs'
import type { Chain } from '../../src/model/chain.ts'
import { leadingRows } from '../../src/analysis/figures.ts'
import { whatIf, type WhatIf } from '../../src/analysis/planners/what-if.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import { timelineOf } from '../../src/engine/scenario-timeline.ts'

const folder = new URL('../fixtures/', import.meta.url)

export const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/** A what-if on the first scenario of a chain, for the output of its leading enterprises. */
export function searchOf(chain: Chain): WhatIf {
  const { index } = indexChain(chain)
  return whatIf(index, timelineOf(chain, index, chain.scenarios![0]!), { rows: leadingRows(index) })
}

export const fixtureSearch = (name: string): WhatIf => searchOf(readJson(`${name}.chain.json`) as Chain)

/** Position of a block in the what-if's timeline. */
export const blockAt = (search: WhatIf, id: string): number =>
  search.timeline.blocks.findIndex((block) => block.id === id)

export const rowAt = (search: WhatIf, id: string): number => search.index.enterpriseIds.indexOf(id)

export const ignoreProgress = (): void => {}
