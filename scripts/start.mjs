/** `npm start`: builds the page when it is missing or older than its sources, serves it, says where, and tries to open a browser. */
import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveFolder } from './serve.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')
const SOURCES = ['src', 'graph-data', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']
const FIRST_PORT = 4173

/** Newest change in milliseconds below a path; 0 when there is nothing. */
function newestChange(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

function buildIfNeeded() {
  const built = newestChange(join(DIST, 'index.html'))
  if (built > 0 && SOURCES.every((source) => newestChange(join(ROOT, source)) <= built)) return
  console.log('Building the page (about ten seconds) ...')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['run', '--silent', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('The build failed; its message stands above. Try `npm ci` first.')
    process.exit(1)
  }
}

/** Opens the page in the person's browser; a machine without one is fine. */
function openBrowser(url) {
  if (process.env.CI || process.env.BROWSER === 'none') return
  const [command, ...first] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return
  const browser = spawn(command, [...first, url], { stdio: 'ignore', detached: true })
  browser.on('error', () => {})
  browser.unref()
}

buildIfNeeded()
const { url, close } = await serveFolder(DIST, Number(process.env.PORT) || FIRST_PORT)
console.log(`Changlian 畅链 is served at ${url}  (Ctrl+C ends it)`)
openBrowser(url)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    void close().then(() => process.exit(0))
  })
}
