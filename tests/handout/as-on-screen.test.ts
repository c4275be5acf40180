/** Pictures, pages and slides show what the screen shows: what a filter hides is not in them, and they say how much that is. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeHandout, type HandoutOptions } from '../../src/handout/handouts.ts'
import { verifyReport } from '../../src/handout/report/verify-report.ts'
import type { HandoutFormatId, PaperSize } from '../../src/model/handout-formats.ts'
import { NO_FILTER, type Filter } from '../../src/model/filter.ts'
import { textIn } from '../../src/model/local-text.ts'
import type { Looked } from '../../src/model/scenes.ts'
import { chainOf } from '../graph-data/shipped.ts'

const { scenes: _, notes: __, ...chain } = chainOf('spring-dawn.chain.json')
const REQUEST = { chain, scenarioId: chain.scenarios![0]!.id, day: 3, language: 'en' } as const
const FIRST = 'metal'
const OTHERS: Filter = {
  ...NO_FILTER,
  facets: { stage: chain.stages.map(({ id }) => id).filter((id) => id !== FIRST) },
}
const hidden = chain.enterprises.filter(({ stage }) => stage === FIRST)
const seen = chain.enterprises.filter(({ stage }) => stage !== FIRST)

const bytesOf = (format: HandoutFormatId, options: Partial<HandoutOptions>): Promise<Uint8Array> =>
  makeHandout(format, { ...REQUEST, ...options }, () => {})
const textsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:a:t|text)(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text!.replaceAll('&apos;', "'"))
/** Whether a card has the beginning of a name, as much as always fits. */
const isNamed = (texts: readonly string[], name: string): boolean =>
  texts.some((text) => text.startsWith(Array.from(name).slice(0, 5).join('')))

async function slide(options: Partial<HandoutOptions>): Promise<string> {
  return strFromU8(unzipSync(await bytesOf('slides', options))['ppt/slides/slide2.xml']!)
}

const MADE: Readonly<Record<string, (look: Looked) => Promise<string>>> = {
  picture: async (look) => strFromU8(await bytesOf('picture', { look })),
  pages: async (look) => strFromU8(await bytesOf('pages', { look, paper: 'a4' satisfies PaperSize })),
  poster: async (look) => strFromU8(await bytesOf('pages', { look, paper: 'poster' satisfies PaperSize })),
  slides: (look) => slide({ look }),
}

test.each(Object.keys(MADE))('%s: what the filter hides is not drawn, and its number is said', async (made) => {
  expect(hidden.length).toBeGreaterThan(1)
  const texts = textsOf(await MADE[made]!({ filter: OTHERS }))
  for (const { name } of hidden) expect(isNamed(texts, textIn(name, 'en')), textIn(name, 'en')).toBe(false)
  for (const { name } of seen) expect(isNamed(texts, textIn(name, 'en')), textIn(name, 'en')).toBe(true)
  expect(texts).toContain(`${hidden.length} enterprises hidden by the filter`)
  const whole = textsOf(await MADE[made]!({}))
  for (const { name } of chain.enterprises) expect(isNamed(whole, textIn(name, 'en'))).toBe(true)
  expect(whole.join()).not.toContain('by the filter')
})

test('what the filter leaves pale is pale, and its number is said; a filter that leaves nothing says so', async () => {
  const pale = await MADE.picture!({ filter: { ...OTHERS, way: 'fade' } })
  const faint = [...pale.matchAll(/<text[^>]* opacity="0\.26"[^>]*>([^<]*)</g)].map(([, text]) => text!)
  for (const { name } of hidden) expect(isNamed(faint, textIn(name, 'en'))).toBe(true)
  for (const { name } of seen) expect(isNamed(faint, textIn(name, 'en'))).toBe(false)
  expect(textsOf(pale)).toContain(`Pale: ${hidden.length} enterprises outside the filter`)
  const nothing = textsOf(await MADE.picture!({ filter: { ...NO_FILTER, facets: { region: ['nowhere'] } } }))
  expect(nothing).toContain(`The filter leaves nothing: all ${chain.enterprises.length} enterprises are shown pale`)
})

test('a pinned enterprise stays, a link hidden by hand is counted, a lit route leaves the others pale', async () => {
  const [first] = hidden
  const pinned = textsOf(await MADE.picture!({ filter: OTHERS, pinned: [first!.id] }))
  expect(isNamed(pinned, textIn(first!.name, 'en'))).toBe(true)
  const link = chain.supplies[0]!
  const without = textsOf(await MADE.picture!({ filter: { ...NO_FILTER, hiddenLinks: [link.id] } }))
  expect(without).toContain('1 link hidden by hand')
  const routed = await MADE.picture!({ route: [link.from, link.to] })
  const faint = [...routed.matchAll(/<text[^>]* opacity="0\.26"[^>]*>([^<]*)</g)].map(([, text]) => text!)
  const paleNames = chain.enterprises.filter(({ name }) => isNamed(faint, textIn(name, 'en'))).map(({ id }) => id)
  const others = chain.enterprises.map(({ id }) => id).filter((id) => id !== link.from && id !== link.to)
  expect(paleNames.toSorted()).toEqual(others.toSorted())
})

test('the same view gives the same bytes', async () => {
  for (const format of ['picture', 'pages', 'slides'] as const) {
    const [one, other] = [
      await bytesOf(format, { look: { filter: OTHERS } }),
      await bytesOf(format, { look: { filter: OTHERS } }),
    ]
    expect(Buffer.compare(one, other), format).toBe(0)
    // Dates in a file of slides are exact to the second.
    await new Promise((done) => setTimeout(done, 1_100))
    expect(Buffer.compare(await bytesOf(format, { look: { filter: OTHERS } }), one), `${format}, later`).toBe(0)
  }
})

test('a report is that of the whole chain, whatever is looked at', async () => {
  const [plain, looked] = [
    await bytesOf('report', {}),
    await bytesOf('report', { look: { filter: OTHERS }, lens: 'wave' }),
  ]
  expect(Buffer.compare(plain, looked)).toBe(0)
  expect((await verifyReport(strFromU8(looked), () => {})).kind).toBe('equal')
})
