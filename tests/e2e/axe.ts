import axe from 'axe-core'
import type { Page } from 'playwright-core'

const SHOWN = 160

/**
 * What axe finds wrong on the page as it stands, as `rule: places`.
 * @param withoutRegions menus and tooltips that are open hang beside the landmarks, at the end of the page
 */
export async function axeFinds(page: Page, withoutRegions = false): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const options: axe.RunOptions = {
    // Places that pass are half of the work, and nobody reads them.
    resultTypes: ['violations'],
    rules: { region: { enabled: !withoutRegions } },
  }
  const broken = await page.evaluate(async (settings) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, settings)
    return violations.map(({ id, nodes }) => ({ id, places: nodes.map(({ html }) => html) }))
  }, options)
  return broken.map(({ id, places }) => `${id}: ${places.map((html) => html.slice(0, SHOWN)).join(' | ')}`)
}
