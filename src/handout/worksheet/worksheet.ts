import type { Progress } from '../../analysis/planners/what-if.ts'
import { slackOf, type SlackResult } from '../../analysis/worksheet/slack.ts'
import { groupRows, workRows, type WorkGroup, type WorkView } from '../../analysis/worksheet/work-rows.ts'
import { ENGINE_VERSION } from '../../engine/version.ts'
import { namingOf } from '../../model/naming.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { handoutState, type HandoutRequest } from '../handout-state.ts'
import { htmlPage } from '../html.ts'
import { titleOf } from '../picture/map-picture.ts'
import { WORK_TEXTS, type WorkParts } from './work-parts.ts'
import { groupPage } from './group-page.ts'
import { WORK_STYLE } from './worksheet-style.ts'

/** How the pages are divided, and the one group that is wanted; null = each on a page of its own. */
export interface WorkPages {
  readonly view: WorkView
  readonly group: string | null
}

export interface WorksheetRequest extends HandoutRequest {
  readonly work?: WorkPages
}

/** Thrown where nobody, or no place, of that name answers for a block. */
export class UnknownGroup extends Error {
  override readonly name = 'UnknownGroup'
  readonly known: readonly string[]
  constructor(group: string, known: readonly string[]) {
    super(`expected one of ${known.join(', ')}, got "${group}"`)
    this.known = known
  }
}

/** Runs spent on single days of delay, all blocks together. */
const MOST_RUNS = 1500

/**
 * The work sheet laid out on A4, a page for every department, officer or region; printed from a browser, to paper or PDF.
 * @throws UnknownGroup
 */
export async function worksheetOf(request: WorksheetRequest, progress: Progress): Promise<string> {
  const { work = { view: 'department', group: null } } = request
  const state = handoutState(request)
  const { chain, scenario, day, language, played, index, goal } = state
  const rows = workRows(chain, scenario, played.timeline, day)
  const all = groupRows(rows, work.view, language)
  const groups = work.group === null ? all : all.filter(({ key, name }) => key === work.group || name === work.group)
  if (groups.length === 0 && work.group !== null) throw new UnknownGroup(work.group, all.map(({ name }) => name)) // prettier-ignore
  const only = groups.flatMap((group) => group.rows.map(({ position }) => position))
  const question = { today: day, mostRuns: MOST_RUNS, only }
  const slack: SlackResult = slackOf({ index, timeline: played.timeline, goal, question }, progress)
  const parts: WorkParts = {
    state,
    view: work.view,
    slack,
    naming: namingOf(chain, language),
    texts: WORK_TEXTS[language],
    origin: { fingerprint: await fingerprintOf(chain), engine: ENGINE_VERSION },
  }
  const title = `${titleOf(state)} · ${parts.texts.work.title}`
  const pages = groups.map((group: WorkGroup) => groupPage(group, parts))
  return htmlPage({ language, title, style: WORK_STYLE, body: pages })
}
