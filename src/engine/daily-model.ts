import type { IndexedChain } from './indexed-chain.ts'
import { linkFlags, player, type Player } from './player.ts'
import type { RunResult } from './run-result.ts'
import type { Timeline } from './timeline.ts'

export interface SimulateOptions {
  /** 'levels' leaves linkFlags, sent and stockDays empty. */
  readonly record: 'full' | 'levels'
  /** Called after each day of the run proper. */
  readonly onDay?: (day: number, days: number) => void
}

/** Plays a timeline day by day (docs/model.md 3). Same input, same bits. */
export function simulate(index: IndexedChain, timeline: Timeline, options: SimulateOptions): RunResult {
  const played = player(index, timeline)
  const result = emptyResult(index, timeline.days, options.record, played)
  played.play(timeline, (day) => {
    record(result, played, day)
    options.onDay?.(day, timeline.days)
  })
  result.stockLast.set(played.state.stock)
  return result
}

function emptyResult(index: IndexedChain, days: number, recorded: 'full' | 'levels', { start }: Player): RunResult {
  const kept = recorded === 'full' ? days : 0
  return {
    days,
    enterpriseCount: index.enterpriseCount,
    level: new Float64Array(days * index.enterpriseCount),
    why: new Int32Array(days * index.enterpriseCount),
    stockLast: new Float64Array(index.groupCount),
    linkFlags: new Uint8Array(kept * index.linkCount),
    sent: new Float32Array(kept * index.linkCount),
    stockDays: new Float32Array(kept * index.groupCount),
    settlingDays: start.settlingDays,
    eve: start.eve,
  }
}

function record(result: RunResult, { model, state }: Player, day: number): void {
  const { index, work } = model
  result.level.set(work.level, day * index.enterpriseCount)
  result.why.set(work.why, day * index.enterpriseCount)
  if (result.sent.length === 0) return
  const links = day * index.linkCount
  result.sent.set(work.sent, links)
  for (let link = 0; link < index.linkCount; link++) result.linkFlags[links + link] = linkFlags(model, link)
  const groups = day * index.groupCount
  for (let group = 0; group < index.groupCount; group++) {
    const need = index.need[group]!
    result.stockDays[groups + group] = need > 0 ? state.stock[group]! / need : 0
  }
}
