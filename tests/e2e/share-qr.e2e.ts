/** The QR code on the page holds the link that stands beside it, to the last sign: read from the pixels. */
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { seeded } from '../../bench/random-chain.ts'
import { fingerprintOf } from '../../src/handout/fingerprint.ts'
import { readLink, writeLink } from '../../src/io/link/link.ts'
import { choose, openChain, openSpringDawn, words } from './page.ts'
import { readQr } from './read-qr.ts'
import { TEST_CHAIN } from './test-chain.ts'
import { visit } from './visit.ts'
import { withBrowser } from './with-browser.ts'

const browser = withBrowser()
/** Light squares around the code. */
const QUIET = 4

/** Squares of the code, from its picture as the browser draws it; those of the light border apart. */
async function squaresOn(page: Page) {
  const code = page.getByRole('img', { name: words.en.share.qr })
  const lights = await code.evaluate(async (svg) => {
    const side = Number(svg.getAttribute('viewBox')!.split(' ')[3])
    const copy = svg.cloneNode(true) as Element
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
    for (const name of ['width', 'height']) copy.setAttribute(name, String(side * 3))
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`
    await image.decode()
    const canvas = new OffscreenCanvas(side * 3, side * 3)
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, side * 3, side * 3)
    const at = (x: number, y: number) => data[4 * ((y * 3 + 1) * side * 3 + x * 3 + 1)]!
    return Array.from({ length: side }, (_, y) => Array.from({ length: side }, (__, x) => at(x, y)))
  })
  const last = lights.length - 1
  const border = lights.flatMap((row, y) => row.filter((_, x) => Math.min(x, y, last - x, last - y) < QUIET))
  const inner = lights.slice(QUIET, -QUIET).map((row) => row.slice(QUIET, -QUIET))
  const pixels = (await code.boundingBox())!.width / lights.length
  return { border, squares: inner.map((row) => row.map((light) => light < 128)), pixels }
}

test.each(['light', 'dark'] as const)('the code reads as the link, %s', async (colorScheme) => {
  const { page, context } = await visit(browser(), { colorScheme })
  for (const open of [() => openChain(page, TEST_CHAIN), () => openSpringDawn(page, 'en')]) {
    await open()
    await choose(page, /^Chain/, words.en.app.share)
    const sheet = page.getByRole('region', { name: words.en.share.title })
    for (const withChain of [false, true]) {
      if (withChain) await sheet.getByRole('switch', { name: words.en.share.include }).click()
      await sheet.getByText(withChain ? /Whoever has the link has all of it/ : /needs the same chain file/).waitFor()
      const link = await sheet.getByRole('textbox', { name: words.en.share.link }).inputValue()
      // No code holds so much: that of the view alone takes its place.
      if (link.length > 2_900) {
        await sheet.getByText(/^The code holds the view without the chain/).waitFor()
        continue
      }
      await expect.poll(async () => readQr((await squaresOn(page)).squares)).toBe(link)
      const { border, pixels } = await squaresOn(page)
      expect(Math.min(...border)).toBeGreaterThan(250)
      // With less a camera cannot tell a square from the next.
      expect(pixels).toBeGreaterThanOrEqual(3)
    }
    await sheet.getByRole('button', { name: words.en.share.close }).click()
    await sheet.waitFor({ state: 'detached' })
  }
  await context.close()
})

test('on a phone a long link gives way to a shorter one in the code, which says so and reads', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const { page, context } = await visit(browser(), phone)
  await openSpringDawn(page, 'en')
  await choose(page, /^Chain/, words.en.app.share)
  const sheet = page.getByRole('region', { name: words.en.share.title })
  await sheet.getByText(/needs the same chain file/).waitFor()
  const read = async () => readQr((await squaresOn(page)).squares)
  const link = () => sheet.getByRole('textbox', { name: words.en.share.link }).inputValue()
  const plain = await link()
  await expect.poll(read).toBe(plain)
  await sheet.getByRole('switch', { name: words.en.share.include }).click()
  await expect.poll(async () => (await link()).length).toBeGreaterThan(plain.length)
  await sheet.getByText(/^The code holds the view without the chain/).waitFor()
  expect(await read()).toBe(plain)
  expect((await squaresOn(page)).pixels).toBeGreaterThanOrEqual(3)
  await context.close()
})

test('a view of very many names leaves the name and the fingerprint to the code, and says so', async () => {
  const random = seeded(7)
  const lit = Array.from({ length: 400 }, () => String(random()))
  const fingerprint = await fingerprintOf(TEST_CHAIN)
  const content = { view: { lit }, name: TEST_CHAIN.name.en, fingerprint, chain: TEST_CHAIN }
  const { page, context } = await visit(browser(), {}, `#${writeLink(content)!}`)
  await page.getByRole('button', { name: `${words.en.app.chain}: Test chain` }).waitFor()
  await choose(page, /^Chain/, words.en.app.share)
  const sheet = page.getByRole('region', { name: words.en.share.title })
  await sheet.getByText(/^The code holds the name of the chain and its fingerprint, not the view/).waitFor()
  const address = readQr((await squaresOn(page)).squares)
  expect(readLink(address.slice(address.indexOf('#') + 1))).toEqual({
    content: { view: null, name: content.name, fingerprint, chain: null },
    problems: [],
  })
  await context.close()
})
