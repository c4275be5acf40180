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

/** Opacity of what is out of focus; it never means anything else. */
export const OUT_OF_FOCUS = 0.26

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

/** Whether white is read better than black on a `#rrggbb` or `rgb(r g b)` colour. */
export function isDark(color: string): boolean {
  const parts = color.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    : (color.match(/\d+/g) ?? []).map(Number)
  const [red = 255, green = 255, blue = 255] = parts.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  // Relative luminance; white and black contrast equally at 0.179 (WCAG 2.2).
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179
}
