/** Colours of the map, read once per theme from the CSS variables in view/theme.css. */
const NAMES = {
  ground: '--bg',
  panel: '--panel',
  line: '--line',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  accent: '--accent',
  run: '--run',
  card: '--card',
  warm: '--warm',
  warmGround: '--warm-bg',
  warmFill: '--warm-fill',
  hatch: '--hatch',
  band: '--band',
  link: '--link',
  linkCore: '--link-core',
  better: '--better',
  worse: '--worse',
  wave0: '--wave-0',
  wave1: '--wave-1',
} as const

export type Palette = Record<keyof typeof NAMES, string>

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const entries = Object.entries(NAMES).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()])
  return Object.fromEntries(entries) as Palette
}

/** Point between two `#rrggbb` colours, 0 = a, 1 = b. */
export function between(a: string, b: string, share: number): string {
  const part = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(part(a, at) + (part(b, at) - part(a, at)) * share))
  return `rgb(${mixed.join(' ')})`
}
