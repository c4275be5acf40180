/** What the page loads before it can be used: the scripts and module preloads that the built index.html names. */
import { readFileSync } from 'node:fs'

const page = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8')
const scripts = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map((match) => `dist/${match[1]}`)
if (scripts.length === 0) throw new Error('Expected scripts in dist/index.html, got none. Run `npm run build` first.')

export default [{ name: 'scripts at first load', path: scripts, limit: '420 kB', gzip: true }]
