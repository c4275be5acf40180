/** `npm run pictures`: makes the README's pictures from the built page. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { CHROMIUM_SWITCHES, findChromium } from './find-chromium.mjs'
import { serveFolder } from './serve.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PICTURES = join(ROOT, 'docs', 'pictures')
/** The main screens: in both languages, light and dark. `then` brings the page there from the chain as it opens. */
const LANGUAGES = {
  en: { locale: 'en-GB', chain: /^Spring Dawn/, compare: 'Compare two futures', work: 'Work sheet' },
  zh: { locale: 'zh-CN', chain: /^春晓/, compare: '比较两种走势', work: '工作台账' },
}
const act = async (page, name) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(name)
  await page.keyboard.press('Enter')
}
const SCREENS = {
  screen: async () => {},
  // On the first day both futures are the same.
  compare: async (page, { compare }) => {
    await act(page, compare)
    const days = page.locator('section.sheet').getByRole('slider')
    for (let day = 0; day < 14; day++) await days.first().press('ArrowRight')
  },
  work: async (page, { work }) => act(page, work),
  // The key works while the map has the focus; the button is the same in both languages but for its word.
  present: async (page) => page.locator('.hand-over button').last().click(),
}
const THEMES = ['light', 'dark']

const built = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
})
if (built.status !== 0) throw new Error('Expected a page that builds; the message of the build stands above.')
mkdirSync(PICTURES, { recursive: true })
const served = await serveFolder(join(ROOT, 'dist'))
const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_SWITCHES] })
for (const [language, words] of Object.entries(LANGUAGES)) {
  for (const colorScheme of THEMES) {
    for (const [screen, then] of Object.entries(SCREENS)) {
      const context = await browser.newContext({
        locale: words.locale,
        viewport: { width: 1440, height: 900 },
        colorScheme,
        reducedMotion: 'reduce',
      })
      // Nobody needs the tour on a picture.
      await context.addInitScript(() =>
        localStorage.setItem('changlian.session', JSON.stringify({ hasSeenTour: true })),
      )
      const page = await context.newPage()
      await page.goto(served.url)
      await page.getByRole('group').first().waitFor()
      await page.getByRole('button', { name: /^(Chain|产业链)[:：] / }).click()
      await page.getByRole('menuitem', { name: words.chain }).click()
      await page.locator('header').getByText(words.chain).first().waitFor()
      await page.waitForTimeout(1_500)
      await then(page, words)
      await page.mouse.move(700, 20)
      await page.waitForTimeout(2_500)
      const file = `${screen}-${language}${colorScheme === 'dark' ? '-dark' : ''}.png`
      await page.screenshot({ path: join(PICTURES, file) })
      await context.close()
      console.log(`docs/pictures/${file}`)
    }
  }
}
await browser.close()
await served.close()
