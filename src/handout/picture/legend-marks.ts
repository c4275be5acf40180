import { ENTERPRISE_STATES, type EnterpriseState } from '../../analysis/day-view.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import { traceCard } from '../../analysis/picture/card-shape.ts'
import type { Lens } from '../../analysis/picture/card-figure.ts'
import type { Focus } from '../../analysis/picture/focus.ts'
import { legendOf, type LegendRow, type LinkSign } from '../../analysis/picture/legend.ts'
import { BLOCK_CAUSES } from '../../model/block-causes.ts'
import type { Role } from '../../model/chain.ts'
import type { Language } from '../../model/local-text.ts'
import type { LensState } from './under-lens.ts'
import { TEXTS, type HandoutTexts } from '../texts.ts'
import { hiddenWords } from './hidden-words.ts'
import { lensLegend, type LegendEntry } from './lens-legend.ts'
import { moved, textMark, type Mark } from './marks.ts'
import { PAPER, widthOf } from './paper.ts'
import { Pen, rectangle } from './pen.ts'

const SIGN = { width: 30, height: 14 } as const
const SIZE = 10
const LINE = 20
/** Between two signs of a line. */
const GAP = 18

export interface LegendOptions {
  /** Where room is short: only these kinds of signs, and of them those that the lens draws on what stands out; absent = all. */
  readonly only?: readonly LegendRow['kind'][]
  readonly focus: Focus
}

/** The signs that occur, with how often, and what a filter hides, in lines of at most `width`. @returns marks from 0, 0 down, and their height */
export function legendMarks(
  state: LensState,
  width: number,
  { only, focus }: LegendOptions,
): { readonly marks: Mark[]; readonly height: number } {
  const { chain, index, layout, view, played, language } = state
  const rows = legendOf({ chain, index, layout, view, causes: played.causes, marks: state.marks })
  const signs = rows
    .filter((row) => !only || (only.includes(row.kind) && isToBeExplained(state, focus, row)))
    .map((row): LegendEntry => ({
      sign: signMarks(row, language),
      text: `${labelOf(row, TEXTS[language])} ${row.count}`,
      isBold: false,
    }))
  const hidden = hiddenWords(index, focus, language).map((text): LegendEntry => ({ sign: [], text, isBold: true }))
  return inLines([...lensLegend(state), ...signs, ...hidden], width)
}

/** States that a card shows where a lens fills it with something else than its level. */
const STATES_OF: Partial<Readonly<Record<Lens, readonly EnterpriseState[]>>> = {
  wave: ['stopped', 'blocked', 'noData'],
  difference: ['blocked', 'noData'],
}

/** Whether a state or a cause stands on a card that is not pale. */
function isToBeExplained({ view, played, lens }: LensState, { lit }: Focus, row: LegendRow): boolean {
  if (row.kind === 'state' && STATES_OF[lens]?.includes(row.sign) === false) return false
  if (lit === null || (row.kind !== 'state' && row.kind !== 'cause')) return true
  return [...lit].some((at) =>
    row.kind === 'state'
      ? ENTERPRISE_STATES[view.state[at]!] === row.sign
      : played.causes[view.block[at]!] === row.sign,
  )
}

function inLines(entries: readonly LegendEntry[], width: number): { readonly marks: Mark[]; readonly height: number } {
  const marks: Mark[] = []
  let [x, line] = [0, 0]
  for (const { sign, text, isBold } of entries) {
    const room = sign.length > 0 ? SIGN.width + 6 : 0
    const needed = room + widthOf(text, SIZE, isBold)
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1]
    const y = line * LINE
    const color = isBold ? PAPER.ink : PAPER.ink2
    marks.push(...moved(sign, x, y), textMark(text, x + room, y + 10.5, { size: SIZE, isBold, color }))
    x += needed + GAP
  }
  return { marks, height: marks.length > 0 ? (line + 1) * LINE : 0 }
}

function labelOf(row: LegendRow, { words, map }: HandoutTexts): string {
  switch (row.kind) {
    case 'role':
      return words.role[row.sign]
    case 'state':
      return words.state[row.sign]
    case 'cause':
      return words.cause[row.sign]
    case 'risk':
      return map.legendCountdown
    case 'estimate':
      return map.legendAssumed
    case 'link':
      return map.legendLink[row.sign]
    case 'mark':
      return map.legendMark[row.sign]
  }
}

function signMarks(row: LegendRow, language: Language): Mark[] {
  switch (row.kind) {
    case 'role':
      return [outline(row.sign, row.sign === 'leading' ? PAPER.ink : PAPER.ink3)]
    case 'state':
      return stateSign(row.sign)
    case 'cause': {
      const { badgeZh, badgeEn } = BLOCK_CAUSES[row.sign]
      return [
        { kind: 'shape', path: rectangle(6, 0, 18, 14, 3), fill: PAPER.warm },
        letters(language === 'zh' ? badgeZh : badgeEn, 15, PAPER.warmGround, 'middle'),
      ]
    }
    case 'risk':
      return [
        outline('core', PAPER.ink3, PAPER.run),
        letters(language === 'zh' ? '剩5天' : '5 d', 27, PAPER.warm, 'end'),
      ]
    case 'estimate':
      return [{ ...outline('core', PAPER.ink3), dash: [1.5, 2] }]
    case 'link':
      return linkSign(row.sign)
    case 'mark':
      return [outline('core', PAPER.ink3), markSign(row.sign, 16, 0)]
  }
}

const letters = (text: string, x: number, color: string, anchor: 'middle' | 'end'): Mark => ({
  kind: 'text',
  x,
  y: 10.4,
  text,
  size: 9,
  isBold: true,
  color,
  anchor,
})

/** A second level on a card: filled = observed, hollow = the model's. @param x, y tip of the triangle, and its upper edge */
export const markSign = (kind: 'observed' | 'model', x: number, y: number): Mark => ({
  kind: 'shape',
  path: new Pen()
    .moveTo(x - 3.6, y)
    .lineTo(x + 3.6, y)
    .lineTo(x, y + 7.2)
    .closePath().path,
  fill: kind === 'observed' ? PAPER.ink : PAPER.card,
  stroke: kind === 'observed' ? PAPER.card : PAPER.ink,
  width: 1,
})

/** A card of the legend's size. */
function outline(role: Role, stroke: string, fill: string = PAPER.card) {
  const pen = new Pen()
  traceCard(pen, role, 0, 0)
  const [scaled] = moved([{ kind: 'shape', path: pen.path }], 1, 1, 1)
  const path = scaled!.kind === 'shape' ? scaled!.path : []
  const [sx, sy] = [(SIGN.width - 2) / CARD.width, (SIGN.height - 2) / CARD.height]
  const fitted = path.map(([command, ...numbers]) => [
    command,
    ...numbers.map((value, at) => (at % 2 === 0 ? (value - 1) * sx + 1 : (value - 1) * sy + 1)),
  ]) as unknown as typeof path
  return { kind: 'shape', path: fitted, fill, stroke, width: role === 'leading' ? 1.6 : 1 } as const
}

function stateSign(state: EnterpriseState): Mark[] {
  switch (state) {
    case 'running':
      return [outline('core', PAPER.ink3, PAPER.run)]
    case 'reduced':
      return [
        outline('core', 'none', PAPER.card),
        { kind: 'shape', path: rectangle(1, 1, 15, 12, 2), fill: PAPER.run },
        { ...outline('core', PAPER.ink3), fill: 'none' },
      ]
    case 'stopped': {
      const pen = new Pen()
      for (const x of [3, 9, 15, 21]) pen.moveTo(x, 12).lineTo(x + 8, 3)
      return [outline('core', PAPER.ink3), { kind: 'shape', path: pen.path, stroke: PAPER.hatch, width: 0.9 }]
    }
    case 'blocked':
      return [{ ...outline('core', PAPER.warm, PAPER.warmGround), width: 2 }]
    case 'recovering':
      return [outline('core', PAPER.ink3, PAPER.run), letters('↗', 15, PAPER.accent, 'middle')]
    case 'noData':
      return [{ ...outline('core', PAPER.ink3), dash: [1.5, 2] }]
  }
}

function linkSign(sign: LinkSign): Mark[] {
  const line = (y: number, dash?: readonly number[]): Mark => ({
    kind: 'shape',
    path: new Pen().moveTo(1, y).lineTo(29, y).path,
    stroke: sign === 'stopped' ? PAPER.warm : PAPER.linkCore,
    width: 1.4,
    ...(dash ? { dash } : {}),
  })
  switch (sign) {
    case 'flowing':
      return [line(7), { kind: 'shape', path: new Pen().moveTo(29, 7).lineTo(23, 4).lineTo(23, 10).closePath().path, fill: PAPER.linkCore }] // prettier-ignore
    case 'throttled':
      return [line(7, [6, 3])]
    case 'stopped':
      return [line(7, [1.5, 3])]
    case 'sole':
      return [line(5.5), line(8.5)]
    case 'backward':
      return [{ kind: 'shape', path: new Pen().moveTo(28, 2).lineTo(28, 11).lineTo(2, 11).lineTo(2, 2).path, stroke: PAPER.linkCore, width: 1.4, dash: [2, 3] }] // prettier-ignore
    case 'blocked': {
      const cross = new Pen().moveTo(12, 4).lineTo(18, 10).moveTo(18, 4).lineTo(12, 10)
      return [
        { kind: 'shape', path: new Pen().disc(15, 7, 6).path, fill: PAPER.warmGround, stroke: PAPER.warm, width: 1 },
        { kind: 'shape', path: cross.path, stroke: PAPER.warm, width: 1.2 },
      ]
    }
  }
}
