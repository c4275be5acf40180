/**
 * What the page loads before it can be used: the scripts and module preloads that the built index.html names, and the words of one
 * language, the longer one.
 */
import { readdirSync, readFileSync } from 'node:fs'

const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8')
const scripts = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map((match) => `dist/${match[1]}`)
if (scripts.length === 0) throw new Error('Expected scripts in dist/index.html, got none. Run `npm run build` first.')

const words = readdirSync(new URL('dist/assets/', import.meta.url)).filter((name) => /^first-zh-.*\.js$/.test(name))
if (words.length !== 1)
  throw new Error(`Expected the words of the first screen in dist/assets, got ${words.length} files.`)

export default [
  { name: 'scripts at first load', path: [...scripts, `dist/assets/${words[0]}`], limit: '420 kB', gzip: true },
]
