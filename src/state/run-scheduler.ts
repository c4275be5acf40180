import type { TierLayout } from '../analysis/layout/tier-layout.ts'
import { isFolding } from '../analysis/folding/folds.ts'
import { blockedRows } from '../analysis/folding/blocked-rows.ts'
import { leadingRows } from '../analysis/figures.ts'
import { TIE } from '../analysis/planners/changes.ts'
import type { PlannerInput } from '../analysis/jobs.ts'
import { causesOf, type Played } from '../analysis/played.ts'
import { Cancelled, type RunningJob, type Runner } from '../analysis/runner.ts'
import { waveOf } from '../analysis/wave.ts'
import { estimatePlay, estimateRuns, isTooLong, type WorkEstimate } from '../analysis/run-estimate.ts'
import { MOST_RUN_BYTES, runBytes } from '../engine/run-size.ts'
import { timelineOf } from '../engine/scenario-timeline.ts'
import type { Timeline } from '../engine/timeline.ts'
import type { Chain, Scenario } from '../model/chain.ts'
import type { ComputedState, Folded, Outcome, Structure } from './computed.ts'
import { shownScenario } from './selectors.ts'
import type { Stores } from './stores.ts'

/** With more open blocks than this, pairs are computed only when they are asked for. */
const PAIRS_UP_TO = 40

/** A runner for what the screen waits for, and one for the gains, which may take longer. */
export interface Runners {
  readonly shown: Runner
  readonly gains: Runner
}

export interface RunScheduler {
  readonly dispose: () => void
}

/** Keeps `computed` up to date with the document and the shown scenario: the newest request wins, older ones are cancelled. */
export function startScheduler(stores: Stores, runners: Runners): RunScheduler {
  const scheduler = new Scheduler(stores, runners)
  const stops = [
    stores.document.subscribe(() => void scheduler.refresh()),
    stores.session.subscribe((now, before) => {
      if (now.scenarioId !== before.scenarioId) void scheduler.refresh()
      else if (now.folds !== before.folds || now.pinned !== before.pinned) void scheduler.refold()
    }),
  ]
  void scheduler.refresh()
  return {
    dispose() {
      for (const stop of stops) stop()
      scheduler.cancel()
    },
  }
}

/** Parts of a chain that its index and its layout follow from. */
const structureKey = ({ stages, enterprises, supplies, inputs, settings }: Chain): readonly unknown[] => [
  stages,
  enterprises,
  supplies,
  inputs,
  settings,
]

const sameParts = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((part, at) => part === b[at])

/** Equal for timelines that play alike; JSON knows no Infinity. */
const keyOf = (timeline: Timeline): string =>
  JSON.stringify(timeline, (_, value: unknown) =>
    value === Infinity ? 'open' : value === -Infinity ? 'always' : value,
  )

/** The run on screen, and the one without clearings beside it. */
function estimateShown(index: Structure['index'], { days, settled = false, clear = [] }: Scenario): WorkEstimate {
  const { runs, milliseconds } = estimatePlay({ index, timeline: { days, settled } })
  const count = clear.length > 0 ? 2 : 1
  return { runs: count * runs, milliseconds: count * milliseconds }
}

class Scheduler {
  private request = 0
  private job: RunningJob<unknown> | null = null
  private gainsJob: RunningJob<unknown> | null = null
  /** Lists of the last folding: they may change while the chain keeps its parts. */
  private foldedLists: Chain['lists']
  private uncleared: { readonly key: string; readonly structure: Structure; readonly played: Played } | null = null
  private readonly stores: Stores
  private readonly runners: Runners

  constructor(stores: Stores, runners: Runners) {
    this.stores = stores
    this.runners = runners
  }

  cancel(): void {
    this.request++
    this.job?.cancel()
    this.gainsJob?.cancel()
    this.job = null
    this.gainsJob = null
  }

  async refresh(): Promise<void> {
    const { document, session } = this.stores
    const { chain, version } = document.getState()
    const scenario = shownScenario(chain, session.getState().scenarioId)
    const shown = this.stores.computed.getState().outcome
    if (shown?.chain === chain && shown.scenario === scenario) return
    this.cancel()
    const request = this.request
    this.set({ run: { kind: 'running', done: 0, total: 1 } })
    try {
      const structure = await this.structureOf(chain)
      if (request !== this.request) return
      const isSound = structure.problems.every(({ severity }) => severity !== 'error')
      const days = scenario?.days ?? 0
      const bytes = runBytes(structure.index, days)
      const estimate = scenario && estimateShown(structure.index, scenario)
      if (isSound && estimate && (bytes > MOST_RUN_BYTES || isTooLong(estimate))) {
        const seconds = estimate.milliseconds / 1000
        const run = { kind: 'tooLarge', days, bytes, seconds, most: MOST_RUN_BYTES } as const
        return this.set({ structure, folded: null, outcome: null, run, gains: { kind: 'none' }, onlyTogether: [] })
      }
      const outcome = scenario && isSound ? await this.outcomeOf(structure, chain, scenario) : null
      if (request !== this.request) return
      const known = this.stores.computed.getState()
      const follows = this.stores.session.getState().folds.rule === 'list' && this.foldedLists !== chain.lists
      const isKnown = known.structure === structure && !follows
      const folded = isKnown ? known.folded : await this.foldedOf(structure)
      if (request !== this.request) return
      this.set({ structure, folded, outcome, run: { kind: 'idle' } })
      if (outcome) void this.refreshGains(outcome, version)
    } catch (error) {
      if (error instanceof Cancelled || request !== this.request) return
      this.set({ run: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } })
    }
  }

  /** Folds the map anew; the last wish wins. */
  async refold(): Promise<void> {
    const { structure } = this.stores.computed.getState()
    if (!structure) return
    const { folds, pinned } = this.stores.session.getState()
    const folded = await this.foldedOf(structure)
    const now = this.stores.session.getState()
    if (now.folds !== folds || now.pinned !== pinned) return
    if (this.stores.computed.getState().structure === structure) this.set({ folded })
  }

  private async foldedOf(structure: Structure): Promise<Folded | null> {
    const { document, session } = this.stores
    const { folds: wanted, pinned, scenarioId } = session.getState()
    const folds = { ...wanted, alone: [...(wanted.alone ?? []), ...pinned] }
    const { chain } = document.getState()
    const { index } = structure
    const scenario = shownScenario(chain, scenarioId)
    const blocked = scenario ? blockedRows(index, timelineOf(chain, index, scenario)) : []
    // Only a chain that is folded needs the rules of folding.
    if (!isFolding(folds, index.enterpriseCount)) return null
    const { foldGraph } = await import('../analysis/folding/fold-graph.ts')
    this.foldedLists = chain.lists
    const { lists: _, ...parts } = structure.chain
    const listed = chain.lists ? { ...parts, lists: chain.lists } : parts
    const graph = foldGraph({ chain: listed, index, folds, blocked })
    if (!graph) return null
    const layout = await this.runners.shown.start('layout', { chain: graph.chain, index: graph.index }).result
    return { structure, graph, layout }
  }

  private set(state: Partial<ComputedState>): void {
    this.stores.computed.setState(state)
  }

  private async structureOf(chain: Chain): Promise<Structure> {
    const known = this.stores.computed.getState().structure
    if (known && sameParts(structureKey(known.chain), structureKey(chain))) return known
    const { index, assumed, problems } = await this.do(this.runners.shown.start('index', { chain }))
    const layout: TierLayout = await this.do(this.runners.shown.start('layout', { chain, index }))
    return { chain, index, assumed, problems, layout }
  }

  private async outcomeOf(structure: Structure, chain: Chain, scenario: Scenario): Promise<Outcome> {
    const { index } = structure
    const timeline = timelineOf(chain, index, scenario)
    const isCleared = (scenario.clear ?? []).length > 0
    const { run, hops } = await this.play(structure, timeline)
    const played: Played = { index, timeline, run, causes: causesOf(chain, timeline) }
    // Without clearings this very run is what the first clearing will be compared with.
    if (!isCleared) this.uncleared = { key: keyOf(timeline), structure, played }
    const nothingCleared = isCleared ? await this.playUncleared(structure, chain, scenario) : played
    const wave = isCleared ? waveOf(run, nothingCleared.run) : null
    return { chain, scenario, played, hops, nothingCleared, wave }
  }

  /** The scenario without its clearings is kept, so that clearing another block costs one run, not two. */
  private async playUncleared(structure: Structure, chain: Chain, scenario: Scenario): Promise<Played> {
    const timeline = timelineOf(chain, structure.index, { ...scenario, clear: [] })
    const key = keyOf(timeline)
    if (this.uncleared?.key === key && this.uncleared.structure === structure) return this.uncleared.played
    const { run } = await this.play(structure, timeline)
    const played: Played = { index: structure.index, timeline, run, causes: causesOf(chain, timeline) }
    this.uncleared = { key, structure, played }
    return played
  }

  private play({ index }: Structure, timeline: Timeline) {
    return this.do(
      this.runners.shown.start('play', { index, timeline }, ({ done, total }) =>
        this.set({ run: { kind: 'running', done, total } }),
      ),
    )
  }

  private do<T>(job: RunningJob<T>): Promise<T> {
    this.job = job
    return job.result
  }

  /** Pairs whose members gain nothing alone: neither may be ranked as useless. */
  private async refreshTogether(input: PlannerInput): Promise<void> {
    const job = this.runners.gains.start('joint', { ...input, day: 0, budgetMs: 0 })
    this.gainsJob = job
    const { rows } = await job.result
    if (this.gainsJob !== job) return
    const idOf = (block: number) => input.timeline.blocks[block]!.id
    const pairs = rows.filter(({ onlyTogether, blocks }) => onlyTogether && blocks.length === 2)
    this.set({ onlyTogether: pairs.map(({ blocks, together }) => ({ blocks: blocks.map(idOf), gain: together })) })
  }

  /** Gains of the open blocks, were each cleared alone on the first day: they rank the list. */
  private async refreshGains({ played }: Outcome, version: number): Promise<void> {
    const older = this.stores.computed.getState().gains
    const kept = older.kind === 'done' ? older.gains : older.kind === 'running' ? older.older : []
    this.set({ gains: { kind: 'running', done: 0, total: 1, older: kept } })
    const input = { index: played.index, timeline: played.timeline, goal: leadingRows(played.index), day: 0 }
    if (isTooLong(estimateRuns(input, 1 + input.timeline.blocks.length))) return this.set({ gains: { kind: 'none' } })
    const job = this.runners.gains.start('gains', input, ({ done, total }) =>
      this.set({ gains: { kind: 'running', done, total, older: kept } }),
    )
    this.gainsJob = job
    try {
      const gains = await job.result
      if (this.gainsJob !== job) return
      this.set({ gains: { kind: 'done', gains, day: 0, version } })
      const useless = gains.filter(({ gain }) => gain <= TIE).length
      if (useless < 2 || gains.length > PAIRS_UP_TO) this.set({ onlyTogether: [] })
      else await this.refreshTogether(input)
    } catch (error) {
      if (error instanceof Cancelled || this.gainsJob !== job) return
      this.set({ gains: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } })
    }
  }
}
