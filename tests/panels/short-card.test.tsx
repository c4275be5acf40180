import { expect, test } from 'vitest'
import type { Chain } from '../../src/model/chain.ts'
import { HoverCard } from '../../src/view/canvas/HoverCard.tsx'
import { useShownDay } from '../../src/view/shown-day.ts'
import { EMPTY, markup, played, storesOf } from './page-of.tsx'

/** The short card of the first enterprise, as the map shows it while it has the focus. */
function OfTheFirst() {
  const shown = useShownDay()
  return <p>{shown ? <HoverCard shown={shown} row={0} x={0} y={0} width={800} height={600} /> : 'nothing played'}</p>
}

const SCENARIO = { id: 'now', name: 'now', start: '2020-02-10', days: 5, blocks: [] }
const ONE: Chain = {
  ...EMPTY,
  stages: [{ id: 'cars', name: 'cars', tier: 0 }],
  enterprises: [{ id: 'a', name: 'A', role: 'core', stage: 'cars', region: '海南 · Hainan' }],
  supplies: [],
  scenarios: [SCENARIO],
}

test('the short card names the region in the language of the page', async () => {
  for (const [language, said, other] of [
    ['zh', '海南', 'Hainan'],
    ['en', 'Hainan', '海南'],
  ] as const) {
    const stores = await played(storesOf(ONE, { language, scenarioId: 'now' }))
    const text = await markup(stores, <OfTheFirst />)
    expect(text).toContain(said)
    expect(text).not.toContain(other)
  }
})

test('a new chain, whose map has the focus before it has an enterprise, shows no short card', async () => {
  const stores = await played(storesOf({ ...EMPTY, scenarios: [SCENARIO] }, { language: 'en', scenarioId: 'now' }))
  expect(await markup(stores, <OfTheFirst />)).toContain('<p></p>')
})
