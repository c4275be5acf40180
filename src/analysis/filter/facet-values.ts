import { severityOn } from '../../engine/forces.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { byId } from '../../model/by-id.ts'
import type { Chain, Enterprise } from '../../model/chain.ts'
import { FACETS, type Facet } from '../../model/filter.ts'
import { ENTERPRISE_STATES, type DayView } from '../day-view.ts'
import { newestList } from '../lists/list-versions.ts'
import type { Played } from '../played.ts'
import { OTHER } from '../regions/province-tiles.ts'
import { provinceOf } from '../regions/province-of.ts'
import { soleSources } from '../sole-sources.ts'
import type { FacetValues } from './shown-rows.ts'

export interface FacetInput {
  readonly chain: Chain
  readonly played: Played
  /** The shown day: causes and states are those of this day. */
  readonly view: DayView
}

/** Values of all facets, each worked out when it is first asked for. */
export function facetValues(input: FacetInput): FacetValues {
  const made = {} as { [Name in Facet]: readonly (readonly string[])[] }
  for (const facet of FACETS) {
    let known: readonly (readonly string[])[] | null = null
    Object.defineProperty(made, facet, { enumerable: true, get: () => (known ??= MAKERS[facet](input)) })
  }
  return made
}

type Maker = (input: FacetInput) => readonly (readonly string[])[]

const byEnterprise =
  (of: (enterprise: Enterprise) => string): Maker =>
  ({ chain, played }) => {
    const enterprises = byId(chain.enterprises)
    return played.index.enterpriseIds.map((id) => [of(enterprises.get(id)!)])
  }

const MAKERS: Readonly<Record<Facet, Maker>> = {
  stage: byEnterprise(({ stage }) => stage),
  role: byEnterprise(({ role }) => role),
  region: byEnterprise(({ region }) => regionKey(region)),
  industry: byEnterprise(({ industry }) => industry ?? ''),
  cause: causes,
  state: ({ view }) => Array.from(view.state, (state) => [ENTERPRISE_STATES[state]!]),
  list: lists,
  trait: traits,
}

/** The province or group of countries where the text names one, else the text itself; '' = none given. */
export function regionKey(region: string | undefined): string {
  const place = provinceOf(region)
  return place === OTHER ? (region ?? '') : place
}

/** Causes of all blocks in force on the day, on an enterprise, its market, or a link from it. */
function causes({ played, view }: FacetInput): readonly (readonly string[])[] {
  const { index, timeline } = played
  const found: string[][] = index.enterpriseIds.map(() => [])
  timeline.blocks.forEach((block, at) => {
    if (severityOn(block, view.day) === 0) return
    const row = block.kind === 'link' ? index.linkFrom[block.row]! : block.row
    found[row]!.push(played.causes[at]!)
  })
  return found
}

/** On which of the newest lists an enterprise stands. */
function lists({ chain, played }: FacetInput): readonly (readonly string[])[] {
  const newest = newestList(chain)
  const leading = new Set(newest?.leading)
  const core = new Set(newest?.core)
  return played.index.enterpriseIds.map((id) => {
    const on = [...(leading.has(id) ? ['leading'] : []), ...(core.has(id) ? ['core'] : [])]
    return on.length > 0 ? on : ['none']
  })
}

function traits({ chain, played: { index } }: FacetInput): readonly (readonly string[])[] {
  const foreign = new Set(chain.enterprises.filter((each) => each.foreign).map(({ id }) => id))
  const sole = soleRows(index)
  return index.enterpriseIds.map((id, row) => [
    ...(foreign.has(id) ? ['foreign'] : []),
    ...(sole.has(row) ? ['sole'] : []),
  ])
}

/** Enterprises that are some customer's only source of a product. */
function soleRows(index: IndexedChain): ReadonlySet<number> {
  const rows = new Set<number>()
  soleSources(index).forEach((isSole, link) => {
    if (isSole === 1) rows.add(index.linkFrom[link]!)
  })
  return rows
}
