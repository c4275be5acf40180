/** What the tests of a file stand on: a browser for all of them, and a visit for all or for each. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launch, visit, type Visit, type VisitOptions } from './visit.ts'

/** One browser for all tests of a file or a suite. @returns gives it once the tests have begun */
export function withBrowser(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())
  return () => browser
}

type SetUp = (open: Visit) => Promise<void> | void

function expectQuiet({ foreign, complaints }: Visit): void {
  expect(foreign).toEqual([])
  expect(complaints).toEqual([])
}

/**
 * One visit that all tests of a file share; in the end nothing was asked of another host and nothing complained.
 * @returns gives the browser, for visits beside it
 */
export function visitOnce(setUp: SetUp, options?: VisitOptions): () => Browser {
  const browser = withBrowser()
  let open: Visit
  beforeAll(async () => {
    open = await visit(browser(), options)
    await setUp(open)
  })
  afterAll(() => expectQuiet(open))
  return browser
}

/** A visit in a new profile for each test; after it nothing was asked of another host and nothing complained. */
export function visitEachTest(setUp: SetUp, options?: VisitOptions): void {
  const browser = withBrowser()
  let open: Visit
  beforeEach(async () => {
    open = await visit(browser(), options)
    await setUp(open)
  })
  afterEach(async () => {
    await open.context.close()
    expectQuiet(open)
  })
}
