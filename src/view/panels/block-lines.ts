import { useMemo } from 'react'
import { asSought } from '../../model/as-sought.ts'
import type { BlockGain } from '../../analysis/planners/gains.ts'
import { severityOn } from '../../engine/forces.ts'
import type { TimelineBlock } from '../../engine/timeline.ts'
import type { Block } from '../../model/chain.ts'
import { textIn } from '../../model/local-text.ts'
import { clearedOn } from '../../state/selectors.ts'
import type { OnlyTogether } from '../../state/computed.ts'
import type { BlockOrder } from '../../state/session.ts'
import { useComputed, useSession, useWords } from '../app-context.ts'
import { localPart } from '../../model/local-part.ts'
import { blockName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'

/** One line of the list: the block of the file, of the run, and its gain. */
export interface BlockLine {
  readonly block: Block
  readonly timed: TimelineBlock
  /** Row into `timeline.blocks`. */
  readonly position: number
  readonly gain: BlockGain | null
  /** Day on which the scenario clears it, or null. */
  readonly cleared: string | null
  /** Severity on the shown day, 0..1. */
  readonly severity: number
  readonly name: string
  /** Who answers for it: officer or department, in the shown language; '' when nobody is named. */
  readonly holder: string
}

const NO_GAINS: readonly BlockGain[] = []

/** Blocks of the shown scenario, in the order asked for; those already cleared last. */
export function useBlockLines(shown: ShownDay | null): readonly BlockLine[] {
  const { language } = useWords()
  const gains = useComputed((state) =>
    state.gains.kind === 'done' ? state.gains.gains : state.gains.kind === 'running' ? state.gains.older : NO_GAINS,
  )
  const order = useSession((state) => state.blockOrder)
  return useMemo(() => {
    if (!shown) return []
    const { chain, played, scenario } = shown.outcome
    const gainOf = new Map(gains.map((gain) => [gain.block, gain]))
    const blockOf = new Map(chain.blocks?.map((block) => [block.id, block]))
    const lines = played.timeline.blocks.flatMap((timed, position): BlockLine[] => {
      const block = blockOf.get(timed.id)
      if (!block) return []
      return [
        {
          block,
          timed,
          position,
          gain: gainOf.get(position) ?? null,
          cleared: clearedOn(scenario, block.id),
          severity: severityOn(timed, shown.day),
          name: blockName(chain, block, language),
          holder: localPart(block.owner ?? '', language) || textIn(block.department, language),
        },
      ]
    })
    return orderLines(lines, order)
  }, [shown, gains, order, language])
}

/** Open blocks first; within them by what was asked for, ties by severity and then by name. */
export const orderLines = (lines: readonly BlockLine[], order: BlockOrder): BlockLine[] =>
  lines.toSorted((a, b) => Number(a.cleared !== null) - Number(b.cleared !== null) || compareLines(order, a, b))

function compareLines(order: BlockOrder, a: BlockLine, b: BlockLine): number {
  const byName = a.name < b.name ? -1 : a.name > b.name ? 1 : 0
  switch (order) {
    case 'gain':
      return (b.gain?.gain ?? -1) - (a.gain?.gain ?? -1) || b.timed.severity - a.timed.severity || byName
    case 'severity':
      return b.timed.severity - a.timed.severity || byName
    case 'since':
      return a.timed.since === b.timed.since ? byName : a.timed.since - b.timed.since
    case 'name':
      return byName
  }
}

/** One row of the list: a block, or two that free something only together. */
export type ListEntry =
  | { readonly kind: 'block'; readonly key: string; readonly line: BlockLine }
  | { readonly kind: 'pair'; readonly key: string; readonly lines: readonly BlockLine[]; readonly gain: number }

/**
 * The rows of the list. Ordered by gain, pairs of open blocks stand among them by what both free together, so that neither is
 * taken for useless; in any other order each block stands alone.
 */
export function listEntries(
  lines: readonly BlockLine[],
  pairs: readonly OnlyTogether[],
  order: BlockOrder,
): readonly ListEntry[] {
  const entries = lines.map((line): ListEntry => ({ kind: 'block', key: line.block.id, line }))
  if (order !== 'gain') return entries
  const lineOf = new Map(lines.map((line) => [line.block.id, line]))
  for (const { blocks, gain } of pairs) {
    const members = blocks.flatMap((id) => lineOf.get(id) ?? [])
    if (members.length < blocks.length || members.some(({ cleared }) => cleared !== null)) continue
    const at = entries.findIndex((entry) => entryGain(entry) < gain)
    const pair: ListEntry = { kind: 'pair', key: blocks.join('+'), lines: members, gain }
    entries.splice(at < 0 ? entries.length : at, 0, pair)
  }
  return entries
}

/** [entries] numbers of the rows, 1 = first. Ordered by gain, those that win the same, as far as is shown, share a number. */
export function ranksOf(entries: readonly ListEntry[], order: BlockOrder): readonly number[] {
  const isKnown = (entry: ListEntry) => entry.kind === 'pair' || entry.line.gain !== null
  const shown = entries.map((entry) => (isKnown(entry) ? Math.round(entryGain(entry) * 100) : NaN))
  return shown.map((gain, at) => 1 + (order === 'gain' && Number.isFinite(gain) ? shown.indexOf(gain) : at))
}

/** Days of leading output; cleared blocks stand below everything that is open. */
function entryGain(entry: ListEntry): number {
  if (entry.kind === 'pair') return entry.gain
  return entry.line.cleared === null ? (entry.line.gain?.gain ?? -1) : -Infinity
}

/** Lines with the text in name, cause, holder or region, whatever the case. */
export function filterLines(
  lines: readonly BlockLine[],
  text: string,
  causeName: (line: BlockLine) => string,
): readonly BlockLine[] {
  const wanted = asSought(text.trim())
  if (wanted === '') return lines
  return lines.filter((line) =>
    asSought(
      [
        line.name,
        causeName(line),
        line.holder,
        textIn(line.block.department, 'zh'),
        textIn(line.block.department, 'en'),
      ].join(' '),
    ).includes(wanted),
  )
}
