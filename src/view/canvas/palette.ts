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

/** A style sheet that was made small says `#fff` for `#ffffff`, which cannot be mixed with others. */
const wholeColor = (color: string): string =>
  /^#[0-9a-f]{3}$/i.test(color) ? `#${color.slice(1).replaceAll(/./g, '$&$&')}` : color

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const entries = Object.entries(NAMES).map(([name, variable]) => [
    name,
    wholeColor(style.getPropertyValue(variable).trim()),
  ])
  return Object.fromEntries(entries) as Palette
}
