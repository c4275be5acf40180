import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { CHROMIUM_SWITCHES } from '../../scripts/find-chromium.mjs'

/** One person's visit to the built page, in a profile of its own. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** Requests to any host but the page's own. */
  readonly foreign: readonly string[]
  /** Errors on the console, uncaught exceptions, broken security rules. */
  readonly complaints: readonly string[]
}

export type VisitOptions = Pick<
  BrowserContextOptions,
  'locale' | 'colorScheme' | 'viewport' | 'hasTouch' | 'isMobile' | 'reducedMotion' | 'forcedColors'
> & {
  /** Nobody has been here before: the tour begins. */
  readonly isFirst?: boolean
}

/** Milliseconds that anything on the page may take before a test gives up; far above what it should take. */
const PATIENCE = 20_000

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromium'), args: [...CHROMIUM_SWITCHES] })

/** What an earlier visit leaves: the tour has been seen. Runs in the page. */
function leaveMark(): void {
  if (location.protocol === 'http:' && !localStorage.getItem('changlian.session'))
    localStorage.setItem('changlian.session', JSON.stringify({ hasSeenTour: true }))
}

/** Opens the page at `path` (relative to where it is served) and records what it should not do. */
export async function visit(
  browser: Browser,
  { isFirst = false, ...options }: VisitOptions = {},
  path = '',
): Promise<Visit> {
  const pageUrl = inject('pageUrl')
  const context = await browser.newContext({
    locale: 'en-GB',
    // Without motion a clearing leaves the days where they are.
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  })
  context.setDefaultTimeout(PATIENCE)
  if (!isFirst) await context.addInitScript(leaveMark)
  const page = await context.newPage()
  const foreign: string[] = []
  const complaints: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(pageUrl) && !/^(data|blob|about):/.test(url)) foreign.push(url)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(pageUrl + path)
  return { context, page, foreign, complaints }
}
