/**
 * Finds a Chromium that starts, for tests and pictures: the system's, else Playwright's download, else, as root on Debian,
 * the distribution's package. When none can be had it throws a sentence that says what to install; nothing is skipped.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const IN_PATH = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const IN_PLACE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const DOWNLOAD_MINUTES = 8

/** Whether the browser starts at all: a wrapper without its package, or a download without its libraries, does not. */
function starts(command) {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /chrom|edge/i.test(stdout)
}

function onPath(command) {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')
  return folders.map((folder) => join(folder, command)).find((file) => existsSync(file))
}

function fromSystem() {
  const named = process.env.CHROMIUM
  if (named) {
    if (starts(named)) return named
    throw new Error(`CHROMIUM names "${named}", which does not start. Expected the path of a Chromium or Chrome.`)
  }
  return [...IN_PATH.map(onPath), ...IN_PLACE].find((file) => file !== undefined && existsSync(file) && starts(file))
}

function fromPlaywright() {
  const file = chromium.executablePath()
  if (!existsSync(file)) {
    console.error('No Chromium on this machine; asking Playwright for its own ...')
    const tool = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
    spawnSync(process.execPath, [tool, 'install', '--no-shell', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: DOWNLOAD_MINUTES * 60_000,
    })
  }
  return existsSync(file) && starts(file) ? file : undefined
}

function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined
  console.error('Installing chromium and fonts-noto-cjk with apt-get ...')
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-q'], options)
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options)
  const file = onPath('chromium')
  return file !== undefined && starts(file) ? file : undefined
}

/** Path of a Chromium that starts. Throws when there is none and none could be installed. */
export function findChromium() {
  const file = fromSystem() ?? fromPlaywright() ?? fromDebian()
  if (file !== undefined) return file
  throw new Error(
    'No Chromium found and none could be installed. Install one (Debian, Ubuntu: `sudo apt-get install chromium fonts-noto-cjk`; ' +
      'macOS, Windows: Google Chrome; anywhere: `npx playwright-core install --with-deps chromium`), ' +
      'or set CHROMIUM to the path of a Chromium or Chrome, then run the command again.',
  )
}

/** Switches under which runs are equal on machines with and without a graphics card, and without calls to other hosts. */
export const CHROMIUM_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

if (process.argv[1]?.endsWith('find-chromium.mjs')) console.log(findChromium())
