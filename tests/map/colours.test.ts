import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, difference, differenceOfLab, VISION } from './colour-vision.ts'

const css = readFileSync('src/view/theme.css', 'utf8')

function coloursOf(theme: 'light' | 'dark'): Record<string, string> {
  const block = theme === 'light' ? css.slice(0, css.indexOf('}')) : css.slice(css.indexOf("scheme='dark'"))
  return Object.fromEntries(
    [
      ...block
        .slice(0, block.indexOf('}') < 0 ? undefined : block.indexOf('}'))
        .matchAll(/--([\w-]+): (#[0-9a-f]{6})/g),
    ].map(([, name, value]) => [name!, value!]),
  )
}

const THEMES = ['light', 'dark'] as const
/** Fills and marks that say a state by colour alone beside each other: running, blocked, stopped, better and worse. */
const PAIRS = [
  ['run', 'warm'], ['run', 'warm-fill'], ['run', 'hatch'], ['warm', 'hatch'], ['warm', 'card'], ['run', 'card'], ['better', 'worse'],
  ['wave-0', 'wave-1'], ['warm-fill', 'card'], ['hatch', 'card'],
] as const // prettier-ignore
const SEEN = Object.keys(VISION) as (keyof typeof VISION)[]
/** In grey these differ by sign: the level's edge and figure, the badge, the arrow. */
const BY_SIGN_IN_GREY = new Set([
  'run,warm-fill',
  'warm,hatch',
  'better,worse',
  'run,card',
  'warm-fill,card',
  'run,hatch',
])

test('the difference is that of the published pairs (Sharma, Wu and Dalal 2005, rows 1, 7 and 17)', () => {
  expect(differenceOfLab([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(differenceOfLab([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4)
  expect(differenceOfLab([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
})

test.each(THEMES)('%s: colours of states stay 10 apart for every kind of eye, in grey by colour or sign', (theme) => {
  const colours = coloursOf(theme)
  const short = PAIRS.flatMap(([a, b]) =>
    SEEN.filter((vision) => !(vision === 'grey' && BY_SIGN_IN_GREY.has(`${a},${b}`)))
      .map((vision) => ({ pair: `${a} ${b}`, vision, delta: difference(colours[a]!, colours[b]!, vision) }))
      .filter(({ delta }) => !(delta >= 10)),
  )
  expect(short).toEqual([])
})

test.each(THEMES)('%s: text has a contrast of 4.5 on what it stands on, marks of 3', (theme) => {
  const colours = coloursOf(theme)
  const at = (front: string, ground: string) => contrast(colours[front]!, colours[ground]!)
  const text = ['bg', 'panel', 'card', 'band', 'run', 'warm-bg', 'accent-soft'].map(
    (ground) => ['ink', ground] as const,
  )
  const small = ['bg', 'panel', 'card'].flatMap((ground) => [['ink-2', ground], ['ink-3', ground], ['warm', ground]] as const) // prettier-ignore
  const weak = [...text, ...small, ['warm', 'warm-bg'] as const].filter(([front, ground]) => at(front, ground) < 4.5)
  expect(weak).toEqual([])
  const marks = ['warm', 'accent', 'hatch', 'better', 'worse'].filter((mark) => at(mark, 'card') < 3)
  expect(marks).toEqual([])
})
