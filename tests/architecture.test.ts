import { expect, test } from 'vitest'
import { codeOnly, projectFiles, sourceFiles, testFiles } from './source-tree.ts'

/** Floors, lowest first. A file may import its own floor and the floors listed for it; nothing else. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  engine: ['model'],
  analysis: ['model', 'engine'],
  io: ['model', 'engine', 'analysis'],
  i18n: ['model'],
  handout: ['model', 'engine', 'analysis', 'io', 'i18n'],
  worker: ['model', 'engine', 'analysis', 'io', 'handout'],
  state: ['model', 'engine', 'analysis', 'io'],
  view: ['model', 'engine', 'analysis', 'state', 'i18n'],
  cli: ['model', 'engine', 'analysis', 'io', 'i18n', 'handout'],
  app: ['model', 'engine', 'analysis', 'io', 'i18n', 'handout', 'worker', 'state', 'view'],
}

/** Packages each floor may import; a floor that is absent may import none. */
const MAY_USE: Record<string, RegExp> = {
  model: /^graphology/,
  analysis: /^graphology/,
  io: /^(saxes|fflate|papaparse|hucre)/,
  i18n: /^(i18next|react-i18next)$/,
  state: /^(zustand|mutative|idb)/,
  view: /^(uqr$|pinyin-pro$|react|@mantine\/|@tanstack\/|cytoscape|i18next|lucide-react$|minisearch|zustand)/,
  handout: /^pptxgenjs$/,
  cli: /^(node:|commander$)/,
  app: /^(react|@mantine\/|i18next|zustand)/,
}
const MAX_LINES = 300

/** What would make two machines, or two runs, differ. */
const NOT_REPEATABLE = [
  /\bMath\.(random|exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|atan|atan2|cbrt|hypot)\b/,
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bperformance\.now\b/,
  /\blocaleCompare\b/,
  /\btoLocale\w+/,
  /\bIntl\./,
  /\*\*/,
  /\bcrypto\.(getRandomValues|randomUUID)\b/,
]
const DOM = /\b(document|window|navigator|localStorage|fetch|XMLHttpRequest|self)\s*[.(]/

interface Edge {
  readonly from: string
  readonly to: string
}

const IMPORTS =
  /^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|new URL\(\s*['"]([^'"]+)['"]/gm
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(IMPORTS)].map((match) => match.slice(1).find((name) => name !== undefined)!)
const resolve = (from: string, to: string): string =>
  new URL(to, `file:///${from}`).pathname.slice(1).replace(/\?.*$/, '')
const floorOf = (path: string): string => path.split('/')[1]!

const edges: readonly Edge[] = sourceFiles.flatMap(({ path, text }) =>
  importsOf(text).map((to) => ({ from: path, to })),
)
const inner = edges.filter(({ to }) => to.startsWith('.')).map(({ from, to }) => ({ from, to: resolve(from, to) }))
const paths = new Set(sourceFiles.map(({ path }) => path))

test('the check sees the code it guards', () => {
  expect(sourceFiles.length).toBeGreaterThan(20)
  expect(inner.length).toBeGreaterThan(20)
  expect(testFiles.length).toBeGreaterThan(5)
  expect(projectFiles.some(({ path }) => path === 'README.md')).toBe(true)
  expect(inner.filter(({ to }) => /\.tsx?$/.test(to) && !paths.has(to))).toEqual([])
})

test('every file lies on a known floor', () => {
  expect(sourceFiles.filter(({ path }) => !(floorOf(path) in MAY_IMPORT)).map(({ path }) => path)).toEqual([])
})

test('imports only go down, and name a file with its ending', () => {
  const isUp = ({ from, to }: Edge): boolean =>
    to.startsWith('src/') && floorOf(from) !== floorOf(to) && !MAY_IMPORT[floorOf(from)]?.includes(floorOf(to))
  expect(inner.filter(isUp)).toEqual([])
  expect(inner.filter(({ to }) => !/\.(tsx?|css|json|svg|png|md)$/.test(to))).toEqual([])
})

test('each floor uses only its own packages', () => {
  const isForeign = ({ from, to }: Edge): boolean => !to.startsWith('.') && !MAY_USE[floorOf(from)]?.test(to)
  expect(edges.filter(isForeign)).toEqual([])
})

test('no import cycles, types included', () => {
  const next = new Map(
    sourceFiles.map(({ path }) => [path, inner.filter(({ from }) => from === path).map(({ to }) => to)]),
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' > '))
      return
    }
    if (done.has(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of paths) visit(path, [])
  expect(cycles).toEqual([])
})

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const long = projectFiles.filter(
    ({ path, text }) => /\.(tsx?|mjs|mts)$/.test(path) && text.split('\n').length > MAX_LINES + 1,
  )
  expect(long.map(({ path }) => path)).toEqual([])
})

test('engine and analysis give the same bits everywhere: no clock, chance, locale, or function that differs between machines', () => {
  const guarded = sourceFiles.filter(({ path }) => ['engine', 'analysis'].includes(floorOf(path)))
  expect(guarded.length).toBeGreaterThan(5)
  const found = guarded.flatMap(({ path, text }) =>
    [...NOT_REPEATABLE, DOM]
      .filter((pattern) => pattern.test(codeOnly(text)))
      .map((pattern) => `${path}: ${pattern.source}`),
  )
  expect(found).toEqual([])
})

test('no test is skipped, focused or left for later', () => {
  const left = /\b(?:describe|test|it)\s*\.\s*(?:skip|only|todo|fails|skipIf|runIf)\b/
  expect(testFiles.filter(({ text }) => left.test(codeOnly(text))).map(({ path }) => path)).toEqual([])
})

test('nothing in the project names a machine, a person’s folder or a registry host', () => {
  const machine = /(?:\/home\/\w|\/Users\/\w|\/root\/|\/work\/|\bC:\\\\?Users|registry\.npmjs|localhost:\d{4,5}\/npm)/
  const named = projectFiles.filter(({ path, text }) => path !== 'tests/architecture.test.ts' && machine.test(text))
  expect(named.map(({ path }) => path)).toEqual([])
})
