import { ENTERPRISE_STATES, type EnterpriseState } from '../../analysis/day-view.ts'
import type { FoldMarks } from '../../analysis/folding/fold-marks.ts'
import { CARD } from '../../analysis/layout/grid.ts'
import {
  cardFigure,
  cardFill,
  fillsToLevel,
  HELD_BY,
  isDark,
  lastDayOf,
  type FigureInput,
  type LevelMarks,
} from '../../analysis/picture/card-figure.ts'
import { fitLabel, labelSizes } from '../../analysis/picture/card-label.ts'
import { traceCard, traceFill } from '../../analysis/picture/card-shape.ts'
import { severityStep } from '../../analysis/picture/severity.ts'
import { BACK_TO_FULL } from '../../analysis/played.ts'
import { BLOCK_CAUSES, type BlockCauseId } from '../../model/block-causes.ts'
import type { Role } from '../../model/chain.ts'
import type { Language } from '../../model/local-text.ts'
import { markSign } from './legend-marks.ts'
import { textMark, type Mark } from './marks.ts'
import { PAPER, widthOf } from './paper.ts'
import { Pen, rectangle } from './pen.ts'

export interface CardsInput extends FigureInput {
  readonly language: Language
  /** [timeline.blocks] */
  readonly causes: readonly BlockCauseId[]
  readonly marks: LevelMarks | null
  readonly folds: FoldMarks | null
}

interface Card {
  readonly input: CardsInput
  readonly row: number
  readonly role: Role
  readonly state: EnterpriseState
  readonly left: number
  readonly top: number
}

const SIZES = labelSizes(1)
const BADGE = { width: 15, height: 13 } as const
const PADDING = { leading: 10, core: 6, sme: 9 } as const
const FIGURE_SIZE = 9.5
/** Distance of the lines of a hatch, and how far they stay away from the ends of a card. */
const HATCH = 6
const HATCH_INSET = { leading: 7, core: 1, sme: 5 } as const

/** One enterprise or fold, its centre at x, y: outline by role, fill by level, sign by state, name and figure; the ground first. */
export function cardMarks(input: CardsInput, row: number, x: number, y: number): Mark[] {
  const state = ENTERPRISE_STATES[input.view.state[row]!]!
  const { role } = input.facts[row]!
  const card: Card = { input, row, role, state, left: x - CARD.width / 2, top: y - CARD.height / 2 }
  const fill = cardFill(input, { row, state, waveEnd: lastDayOf(input.wave) }, PAPER)
  const signs = [...levelMark(card), ...badgeMarks(card), ...textMarks(card, fill)]
  return [...groundMarks(card, fill), ...outlineMarks(card), ...signs]
}

/** A fold looks like several cards, one behind the other; nothing for an enterprise by itself. Drawn before its card. */
export function stackMarks({ folds }: CardsInput, row: number, x: number, y: number): Mark[] {
  if (!folds?.isFold[row]) return []
  return [5, 2.5].map((step): Mark => {
    const pen = new Pen()
    traceCard(pen, 'core', x - CARD.width / 2 + step, y - CARD.height / 2 - step)
    return { kind: 'shape', path: pen.path, fill: PAPER.card, stroke: PAPER.ink3, width: 0.9 }
  })
}

/** Around a card that is selected; drawn before it. */
export function ringMarks(role: Role, x: number, y: number): Mark[] {
  const pen = new Pen()
  traceCard(pen, role, x - CARD.width / 2, y - CARD.height / 2)
  return [
    { kind: 'shape', path: pen.path, stroke: PAPER.accent, width: 6.5 },
    { kind: 'shape', path: pen.path, stroke: PAPER.ground, width: 3 },
  ]
}

function groundMarks({ input, row, role, state, left, top }: Card, fill: string): Mark[] {
  const isState = fillsToLevel(input.lens)
  const level = isState ? Math.max(0, Math.min(1, input.view.level[row]!)) : 1
  const whole = new Pen()
  traceCard(whole, role, left, top)
  const ground = state === 'blocked' && isState ? PAPER.warmGround : PAPER.card
  const marks: Mark[] = [{ kind: 'shape', path: whole.path, fill: ground }]
  if (level > 0 && fill !== '') {
    const part = new Pen()
    traceFill(part, role, left, top, level >= BACK_TO_FULL ? 1 : level)
    marks.push({ kind: 'shape', path: part.path, fill })
  }
  if (state === 'noData') marks.push(gapMark(role, left, top))
  if (state === 'stopped' && (isState || fill === '')) marks.push(hatchMark(role, left, top))
  return marks
}

/** The other level, model or observed, on the card's upper edge. */
function levelMark({ input, row, left, top }: Card): Mark[] {
  const level = input.marks?.level[row] ?? Number.NaN
  if (Number.isNaN(level)) return []
  return [markSign(input.marks!.kind, left + CARD.width * Math.max(0, Math.min(1, level)), top - 3.6)]
}

/** Dots for what nobody knows, as one path. */
function gapMark(role: Role, left: number, top: number): Mark {
  const inset = HATCH_INSET[role]
  const pen = new Pen()
  for (let y = top + 4; y < top + CARD.height - 2; y += HATCH / 2) {
    const shift = Math.round((y - top) / (HATCH / 2)) % 2 === 0 ? 0 : HATCH / 2
    for (let x = left + inset + 2 + shift; x < left + CARD.width - inset - 1; x += HATCH)
      pen.moveTo(x, y).lineTo(x + 1, y)
  }
  return { kind: 'shape', path: pen.path, stroke: PAPER.ink3, width: 1 }
}

/** Diagonal lines for what stands still because of others, as one path. */
function hatchMark(role: Role, left: number, top: number): Mark {
  const inset = HATCH_INSET[role]
  const [start, end] = [left + inset, left + CARD.width - inset]
  const [upper, lower] = [top + 1, top + CARD.height - 1]
  const pen = new Pen()
  for (let x = start - (lower - upper); x < end; x += HATCH) {
    const from = Math.max(x, start)
    const to = Math.min(x + lower - upper, end)
    if (to > from) pen.moveTo(from, lower - (from - x)).lineTo(to, lower - (to - x))
  }
  return { kind: 'shape', path: pen.path, stroke: PAPER.hatch, width: 0.8, opacity: 0.75 }
}

function outlineMarks({ input, row, role, state, left, top }: Card): Mark[] {
  const isBlocked = input.view.block[row]! >= 0
  const isWeak = input.facts[row]!.isAssumed || state === 'noData'
  const pen = new Pen()
  traceCard(pen, role, left, top)
  const outline: Mark = {
    kind: 'shape',
    path: pen.path,
    stroke: isBlocked ? PAPER.warm : role === 'leading' ? PAPER.ink : PAPER.ink3,
    width: isBlocked ? 2 : role === 'leading' ? 1.5 : 0.9,
    ...(isWeak ? { dash: [1.5, 2] } : {}),
  }
  const staff = input.view.staffReturn[row]!
  if (!(staff < 1) || !fillsToLevel(input.lens)) return [outline]
  const [start, room, under] = [left + 8, CARD.width - 16, top + CARD.height + 1.6]
  return [
    outline,
    { kind: 'shape', path: rectangle(start, under, room, 1.4), fill: PAPER.line },
    { kind: 'shape', path: rectangle(start, under, room * staff, 1.4), fill: PAPER.ink2 },
  ]
}

/** Cause in one sign, of a fold how many are blocked; severity in one to four bars under it. */
function badgeMarks({ input, row, role, left, top }: Card): Mark[] {
  const cause = input.causes[input.view.block[row]!]
  if (!cause) return []
  const { badgeZh, badgeEn } = BLOCK_CAUSES[cause]
  const [x, y] = [left + PADDING[role] - 1, top + 2.5]
  const steps = severityStep(input.view.severity[row]!)
  const inside = input.folds?.blocked[row] ?? 0
  const text = inside > 0 ? String(inside) : input.language === 'zh' ? badgeZh : badgeEn
  return [
    { kind: 'shape', path: rectangle(x, y, BADGE.width, BADGE.height, 3), fill: PAPER.warm },
    {
      kind: 'text',
      x: x + BADGE.width / 2,
      y: y + BADGE.height / 2 + 3.4,
      text,
      size: input.language === 'zh' ? 10 : 8.5,
      isBold: true,
      color: PAPER.warmGround,
      anchor: 'middle',
    },
    ...[0, 1, 2, 3].map((bar): Mark => ({
      kind: 'shape',
      path: rectangle(x + bar * 4, y + BADGE.height + 1.6, 3, 2),
      fill: bar < steps ? PAPER.warm : PAPER.warmFill,
    })),
  ]
}

function textMarks({ input, row, role, state, left, top }: Card, fill: string): Mark[] {
  const { name, shortName } = input.facts[row]!
  const isBold = role === 'leading'
  const ink = !fillsToLevel(input.lens) && fill !== '' && isDark(fill) ? '#ffffff' : PAPER.ink
  const hasBadge = input.causes[input.view.block[row]!] !== undefined
  const start = left + PADDING[role] + (hasBadge ? BADGE.width + 3 : 0)
  const right = left + CARD.width - PADDING[role]
  const figure = cardFigure(input, row, state)
  const shown = fitFigure(figure.text, right - start - widthOf(shortName, SIZES.oneLine.at(-1)!, isBold) - 4)
  const end = shown === '' ? right : right - widthOf(shown, FIGURE_SIZE, false) - 3
  const label = fitLabel({ name, shortName }, { width: end - start, isBold, sizes: SIZES }, widthOf)
  const middle = top + CARD.height / 2
  const lineAt = (at: number): number =>
    middle + (at - (label.lines.length - 1) / 2) * (label.fontSize + 0.5) + label.fontSize * 0.36
  const lines = label.lines.map((text, at) =>
    textMark(text, start, lineAt(at), { size: label.fontSize, isBold, color: ink }),
  )
  if (shown === '') return lines
  const color = figure.tone === 'ink' ? ink : PAPER[figure.tone]
  const y = middle + FIGURE_SIZE * 0.36
  return [...lines, textMark(shown, right, y, { size: FIGURE_SIZE, color, anchor: 'end' })]
}

/** The holder's name gives way to the enterprise's own. */
function fitFigure(text: string, room: number): string {
  if (!text.startsWith(HELD_BY) || widthOf(text, FIGURE_SIZE, false) <= room) return text
  let letters = Array.from(text.slice(HELD_BY.length))
  const cut = (): string => `${HELD_BY}${letters.join('')}…`
  while (letters.length > 2 && widthOf(cut(), FIGURE_SIZE, false) > room) letters = letters.slice(0, -1)
  return cut()
}
