import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/analysis/picture/card-facts.ts'
import { fitLabel, labelSizes, type MeasureText } from '../../src/analysis/picture/card-label.ts'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { byImportance, withoutOverlap } from '../../src/view/canvas/far-labels.ts'

/** A Chinese sign is as wide as it is high, a Latin letter about half. */
const measure: MeasureText = (text, fontSize, isBold) =>
  Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 1 : 0.55), 0) *
  fontSize *
  (isBold ? 1.05 : 1)

const fit = (name: string, width: number, zoom: number, shortName = name) =>
  fitLabel({ name, shortName }, { width, isBold: false, sizes: labelSizes(zoom) }, measure)

describe('names in cards', () => {
  const names = [
    '比亚迪',
    '武汉制动软管厂',
    '韩资线束厂(裕罗/京信/THN山东等)',
    'Nissan',
    'Dongfeng Passenger Vehicle',
    'Ü'.repeat(60),
    '',
  ]

  it('never pass their room, at any zoom', () => {
    for (const name of names) {
      for (const width of [40, 70, 116]) {
        for (const zoom of [0.5, 0.75, 1, 2]) {
          const { lines, fontSize } = fit(name, width, zoom)
          for (const line of lines) expect(measure(line, fontSize, false)).toBeLessThanOrEqual(width)
          expect(lines.length).toBeLessThanOrEqual(2)
          expect(lines.length * fontSize).toBeLessThanOrEqual(22)
        }
      }
    }
  })

  it('drop the remark in brackets before they get smaller or shorter', () => {
    expect(fit('武汉制动软管厂(未具名)', 100, 1, '武汉制动软管厂').lines).toEqual(['武汉制动软管厂'])
  })

  it('say that something is missing', () => {
    expect(fit('Ü'.repeat(60), 80, 1).lines.at(-1)).toMatch(/…$/)
    expect(fit('比亚迪', 100, 1).lines).toEqual(['比亚迪'])
  })

  it('break lines between Latin words, and anywhere in Chinese', () => {
    expect(fit('Dongfeng Passenger', 70, 1).lines).toEqual(['Dongfeng', 'Passenger'])
    expect(fit('东风本田发动机有限公司', 62, 1).lines.join('')).toBe('东风本田发动机有限公司')
  })

  it('grow on the card as the map gets smaller, so that they stay readable on the screen', () => {
    for (const zoom of [0.65, 0.8, 1]) expect(labelSizes(zoom).oneLine[0]! * zoom).toBeGreaterThanOrEqual(10)
    expect(labelSizes(0.5).twoLines).toBeNull()
  })
})

describe('short names', () => {
  const shortOf = (...names: readonly string[]): readonly string[] => {
    const enterprises = names.map((name, at) => ({ id: `e${at}`, name, role: 'core' as const, stage: 's' }))
    const chain: Chain = { format: 'industrial-chain', version: 1, name: '链', stages: [{ id: 's', name: '环节', tier: 0 }], enterprises, supplies: [] } // prettier-ignore
    return factsOf({ chain, index: indexChain(chain).index, language: 'zh' }).map(({ shortName }) => shortName)
  }

  it('leave out the form of a company and the remark at the end', () => {
    expect(
      shortOf('常州汇众车桥有限公司', '苏州精密轴承（集团）有限公司', '洛阳钼业股份有限公司', '武汉制动软管厂(未具名)'),
    ).toEqual(['常州汇众车桥', '苏州精密轴承', '洛阳钼业', '武汉制动软管厂'])
  })

  it('stay whole where two would be alike, and where nothing would be left', () => {
    expect(shortOf('汇众有限公司', '汇众股份有限公司', '有限公司')).toEqual([
      '汇众有限公司',
      '汇众股份有限公司',
      '有限公司',
    ])
  })
})

describe('names over a map seen from afar', () => {
  const box = (left: number, top: number) => ({ left, top, right: left + 10, bottom: top + 4 })

  it('never overlap, and the most important stays', () => {
    const kept = withoutOverlap([box(0, 0), box(5, 2), box(20, 0), box(9, 3)])
    expect(kept).toEqual([box(0, 0), box(20, 0)])
  })

  it('are dropped by importance, ties by row', () => {
    const weights = [0, 2, 1, 2, 8]
    expect(byImportance([0, 1, 2, 3, 4], (row) => weights[row]!)).toEqual([4, 1, 3, 2, 0])
  })
})
