/** The blocks of a scenario as lines of a work sheet, grouped by who answers for them or where they are. */
import type { Timeline } from '../../engine/timeline.ts'
import type { Block, BlockState, Chain, Scenario } from '../../model/chain.ts'
import { dayNumber } from '../../model/dates.ts'
import { localPart } from '../../model/local-part.ts'
import { textIn, type Language } from '../../model/local-text.ts'
import { provinceOf } from '../regions/province-of.ts'
import { TILES } from '../regions/province-tiles.ts'

/** Where the planned day comes from: a clearing of the scenario, or the end that the block's own row names. */
export type PlannedBy = 'clearing' | 'until'

export interface WorkRow {
  readonly block: Block
  /** Position in `timeline.blocks`. */
  readonly position: number
  /** First day in force, as a day of the scenario; -Infinity = always been there. */
  readonly since: number
  /** Day on which the scenario lifts it; Infinity = never. */
  readonly planned: number
  readonly plannedBy: PlannedBy | null
  /** Due date as a day of the scenario; null = none. */
  readonly due: number | null
  /** Days past the due date on the shown day, where the work is not done; 0 = not overdue. */
  readonly overdue: number
  readonly state: BlockState
  /** Tile of the province or country in which it is; of a link, of its supplier. */
  readonly region: string
}

/** Nothing more is to be done about it. */
export const isDone = (state: BlockState): boolean => state === 'cleared' || state === 'notToBeCleared'

/** A block counted as cleared without a document, a picture or a name that shows it. */
export const lacksEvidence = ({ state, evidence }: Block): boolean =>
  state === 'cleared' && textIn(evidence, 'zh').trim() === ''

/** The scenario's blocks in order of their beginning, then of weight; editing who does what moves no row. @param day shown day */
export function workRows(chain: Chain, scenario: Scenario, timeline: Timeline, day: number): readonly WorkRow[] {
  const start = dayNumber(scenario.start)
  const blocks = new Map((chain.blocks ?? []).map((block) => [block.id, block]))
  const regionOf = regionFinder(chain)
  const clearings = new Set((scenario.clear ?? []).map(({ block }) => block))
  return timeline.blocks
    .map((timed, position): WorkRow => {
      const block = blocks.get(timed.id)!
      const state = block.state ?? 'found'
      const due = block.due ? dayNumber(block.due) - start : null
      return {
        block,
        position,
        since: timed.since,
        planned: timed.until,
        plannedBy: clearings.has(block.id) ? 'clearing' : timed.until < Infinity ? 'until' : null,
        due,
        overdue: due === null || isDone(state) ? 0 : Math.max(0, day - due),
        state,
        region: regionOf(block),
      }
    })
    .toSorted(
      (a, b) => order(a.since, b.since) || severityOf(timeline, b) - severityOf(timeline, a) || a.position - b.position,
    )
}

/** Differences of infinite days are no number. */
const order = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
const severityOf = (timeline: Timeline, { position }: WorkRow): number => timeline.blocks[position]!.severity

function regionFinder(chain: Chain): (block: Block) => string {
  const regions = new Map(chain.enterprises.map(({ id, region }) => [id, region]))
  const suppliers = new Map(chain.supplies.map(({ id, from }) => [id, from]))
  const found = new Map<string | undefined, string>()
  return ({ at }) => {
    const id = 'enterprise' in at ? at.enterprise : 'market' in at ? at.market : suppliers.get(at.supply)
    const region = id === undefined ? undefined : regions.get(id)
    let tile = found.get(region)
    if (tile === undefined) found.set(region, (tile = provinceOf(region)))
    return tile
  }
}

export const WORK_VIEWS = ['none', 'department', 'owner', 'region'] as const
export type WorkView = (typeof WORK_VIEWS)[number]

export interface WorkGroup {
  /** What its blocks have in common; '' = nobody is named. The same in both languages. */
  readonly key: string
  /** In one language; '' = nobody is named. */
  readonly name: string
  readonly rows: readonly WorkRow[]
  readonly open: number
  readonly overdue: number
  readonly cleared: number
}

/** Rows by department, officer or region: what nobody answers for first, then by open blocks. */
export function groupRows(rows: readonly WorkRow[], view: WorkView, language: Language): readonly WorkGroup[] {
  const groups = new Map<string, WorkRow[]>()
  for (const row of rows) {
    const key = keyOf(row, view)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups]
    .map(([key, members]) => ({
      key,
      name: nameOf(members[0]!, view, language),
      rows: members,
      open: members.filter(({ state }) => !isDone(state)).length,
      overdue: members.filter(({ overdue }) => overdue > 0).length,
      cleared: members.filter(({ state }) => state === 'cleared').length,
    }))
    .toSorted((a, b) => Number(a.key !== '') - Number(b.key !== '') || b.open - a.open || (a.key < b.key ? -1 : 1))
}

/** A department written in both languages is the same as one written in Chinese alone. */
function keyOf({ block, region }: WorkRow, view: WorkView): string {
  switch (view) {
    case 'none':
      return 'all'
    case 'department':
      return localPart(textIn(block.department, 'zh'), 'zh').trim()
    case 'owner':
      return localPart(block.owner ?? '', 'zh').trim()
    case 'region':
      return region
  }
}

const TILE_BY_ID = new Map(TILES.map((tile) => [tile.id, tile]))

function nameOf({ block, region }: WorkRow, view: WorkView, language: Language): string {
  switch (view) {
    case 'none':
      return ''
    case 'department':
      return localPart(textIn(block.department, language), language).trim()
    case 'owner':
      return localPart(block.owner ?? '', language).trim()
    case 'region':
      return TILE_BY_ID.get(region)?.[language] ?? region
  }
}
