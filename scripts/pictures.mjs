/** `npm run pictures`: makes the README's pictures from the built page, one for each language. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { CHROMIUM_SWITCHES, findChromium } from './find-chromium.mjs'
import { serveFolder } from './serve.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PICTURES = join(ROOT, 'docs', 'pictures')
const SCREENS = [
  {
    file: 'screen-en.png',
    locale: 'en-GB',
    chain: /^Spring Dawn/,
  },
  { file: 'screen-zh.png', locale: 'zh-CN', chain: /^春晓/ },
]

const built = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
})
if (built.status !== 0) throw new Error('Expected a page that builds; the message of the build stands above.')
mkdirSync(PICTURES, { recursive: true })
const served = await serveFolder(join(ROOT, 'dist'))
const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_SWITCHES] })
for (const { file, locale, chain } of SCREENS) {
  const context = await browser.newContext({
    locale,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(served.url)
  await page.getByRole('group').first().waitFor()
  await page.getByRole('button', { name: /^(Chain|产业链)[:：] / }).click()
  await page.getByRole('menuitem', { name: chain }).click()
  await page.locator('header').getByText(chain).first().waitFor()
  await page.mouse.move(700, 20)
  await page.waitForTimeout(2_500)
  await page.screenshot({ path: join(PICTURES, file) })
  await context.close()
  console.log(`docs/pictures/${file}`)
}
await browser.close()
await served.close()
