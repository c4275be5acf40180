import { curveAxes, type CurveAxes } from '../../analysis/picture/curve-axes.ts'
import { percent, shortDate } from '../../i18n/format.ts'
import type { Language } from '../../model/local-text.ts'
import { textMark, type Mark, type Picture } from './marks.ts'
import { PAPER } from './paper.ts'
import { pathOfPoints, Pen } from './pen.ts'

export interface CurveLine {
  readonly name: string
  /** [days] share of normal. */
  readonly values: readonly number[]
  readonly isDashed: boolean
}

export interface CurvePictureInput {
  readonly title: string
  readonly lines: readonly CurveLine[]
  /** Shown day, marked by an upright line. */
  readonly day: number
  readonly dateOf: (day: number) => string
  readonly language: Language
}

const FRAME = { width: 720, height: 200, left: 48, right: 12, top: 28, bottom: 24 } as const
const ROOM = {
  left: FRAME.left,
  right: FRAME.width - FRAME.right,
  top: FRAME.top,
  bottom: FRAME.height - FRAME.bottom,
} as const
const COLORS = [PAPER.accent, PAPER.ink3, PAPER.worse] as const

/** Curves over the days of a scenario: shares of normal, with a legend. */
export function curvePicture(input: CurvePictureInput): Picture {
  const { title, lines, day } = input
  const days = lines[0]?.values.length ?? 0
  const top = Math.max(1, ...lines.flatMap(({ values }) => values))
  const axes = curveAxes(ROOM, days, [0, top])
  const { x, y } = axes
  const marks: Mark[] = [
    ...axisMarks(input, axes, days),
    { kind: 'shape', path: pathOfPoints([x(day), FRAME.top, x(day), y(0)]), stroke: PAPER.ink3, dash: [3, 3] },
    ...lines.map(({ values, isDashed }, at): Mark => ({
      kind: 'shape',
      path: pathOfPoints(values.flatMap((share, on) => [x(on), y(share)])),
      stroke: COLORS[at % COLORS.length]!,
      width: isDashed ? 1.4 : 2.2,
      ...(isDashed ? { dash: [5, 4] } : {}),
    })),
    ...lines.flatMap(legendOfLine),
  ]
  return { width: FRAME.width, height: FRAME.height, title, description: title, marks }
}

const LABEL = { size: 10, color: PAPER.ink2 } as const

function axisMarks({ dateOf, language }: CurvePictureInput, { x, y }: CurveAxes, days: number): Mark[] {
  const step = Math.max(7, Math.ceil(days / 8 / 7) * 7)
  const ticks = Array.from({ length: Math.ceil(days / step) }, (_, at) => at * step)
  return [
    ...[0, 0.5, 1].flatMap((share): Mark[] => [
      {
        kind: 'shape',
        path: pathOfPoints([FRAME.left, y(share), FRAME.width - FRAME.right, y(share)]),
        stroke: PAPER.line,
      },
      textMark(percent(share, language), FRAME.left - 6, y(share) + 3.5, { ...LABEL, anchor: 'end' }),
    ]),
    ...ticks.map((at) =>
      textMark(shortDate(dateOf(at), language), x(at), FRAME.height - 6, {
        ...LABEL,
        anchor: at === 0 ? 'start' : 'middle',
      }),
    ),
  ]
}

function legendOfLine({ name, isDashed }: CurveLine, at: number): Mark[] {
  const left = FRAME.left + at * 190
  const path = new Pen().moveTo(left, 12).lineTo(left + 24, 12).path
  const stroke = COLORS[at % COLORS.length]!
  return [
    { kind: 'shape', path, stroke, width: 2, ...(isDashed ? { dash: [5, 4] } : {}) },
    textMark(name, left + 30, 15.5, LABEL),
  ]
}
