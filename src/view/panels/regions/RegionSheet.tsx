import { CloseButton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { OTHER, TILES } from '../../../analysis/regions/province-tiles.ts'
import {
  regionFlows,
  regionsOf,
  regionSums,
  type RegionFlow,
  type RegionSum,
} from '../../../analysis/regions/region-sums.ts'
import { percent } from '../../../i18n/format.ts'
import { useApp, useWords } from '../../app-context.ts'
import { useShownDay, type ShownDay } from '../../shown-day.ts'
import { DefinedWord } from '../Defined.tsx'
import { EnterpriseLink } from '../ThingLink.tsx'
import './regions.css'
import { RegionTiles } from './RegionTiles.tsx'

/** Enterprises of a region that are listed, and flows. */
const LISTED = 60
const FLOWS = 12

/** The chain by province: tiles with flows between them, and the same as a table. */
export function RegionSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = useShownDay()
  return (
    <section className="sheet full" aria-label={t('regions.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('regions.title')}</h2>
        <CloseButton aria-label={t('regions.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      {shown && <Regions shown={shown} />}
    </section>
  )
}

function Regions({ shown }: { readonly shown: ShownDay }) {
  const { t } = useWords()
  const { outcome, view } = shown
  const { index } = outcome.played
  const [chosen, setChosen] = useState<string | null>(null)
  const places = useMemo(() => regionsOf(outcome.chain, index), [outcome.chain, index])
  const sums = useMemo(() => regionSums(index, places, view), [index, places, view])
  const flows = useMemo(() => regionFlows(index, places, view), [index, places, view])
  return (
    <div className="grid-scroll regions">
      <p>{t('regions.intro')}</p>
      <div className="regions-body">
        <div className="region-map" ref={beginInTheEast}>
          <RegionTiles sums={sums} flows={flows} chosen={chosen} onChoose={setChosen} />
        </div>
        <div>
          <RegionTable sums={sums} chosen={chosen} onChoose={setChosen} />
          {chosen !== null && <Inside shown={shown} places={places} region={chosen} />}
          <FlowList flows={flows} />
        </div>
      </div>
    </div>
  )
}

/** Where there is no room for all of it, most enterprises stand in the east. */
const beginInTheEast = (map: HTMLDivElement | null): void => map?.scrollTo({ left: map.scrollWidth })

const TILE_BY_ID = new Map(TILES.map((tile) => [tile.id, tile]))
const nameOf = (id: string, language: 'zh' | 'en'): string => TILE_BY_ID.get(id)?.[language] ?? OTHER

interface RegionTableProps {
  readonly sums: readonly RegionSum[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

function RegionTable({ sums, chosen, onChoose }: RegionTableProps) {
  const { t, language } = useWords()
  const total = (of: (sum: RegionSum) => number) => sums.reduce((all, sum) => all + of(sum), 0)
  const level = total(({ output, level: share }) => output * share) / total(({ output }) => output)
  return (
    <table className="region-table" aria-label={t('regions.table')}>
      <thead>
        <tr>
          {(['name', 'enterprises', 'blocked', 'stopped', 'level'] as const).map((name) => (
            <th key={name} scope="col">
              {name === 'level' ? (
                <DefinedWord word={t('regions.column.level')} definition={t('table.definition.groupLevel')} />
              ) : (
                t(`regions.column.${name}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sums.map((sum) => (
          <tr key={sum.id}>
            <th scope="row">
              <button
                type="button"
                className="link-button"
                aria-pressed={chosen === sum.id}
                onClick={() => onChoose(sum.id)}
              >
                {nameOf(sum.id, language)}
              </button>
            </th>
            <td>{sum.enterprises}</td>
            <td>{sum.blocked}</td>
            <td>{sum.stopped}</td>
            <td>{percent(sum.level, language)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('regions.total')}</th>
          <td>{total(({ enterprises }) => enterprises)}</td>
          <td>{total(({ blocked }) => blocked)}</td>
          <td>{total(({ stopped }) => stopped)}</td>
          <td>{percent(level, language)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

interface InsideProps {
  readonly shown: ShownDay
  readonly places: readonly string[]
  readonly region: string
}

function Inside({ shown, places, region }: InsideProps) {
  const { t, language } = useWords()
  const rows = [...places.keys()].filter((row) => places[row] === region)
  return (
    <>
      <h3>{t('regions.inside', { name: nameOf(region, language) })}</h3>
      <ul>
        {rows.slice(0, LISTED).map((row) => (
          <li key={row}>
            <EnterpriseLink row={row} shown={shown} /> {percent(shown.view.level[row]!, language)}
          </li>
        ))}
      </ul>
      {rows.length > LISTED && <p>{t('regions.more', { count: rows.length - LISTED })}</p>}
    </>
  )
}

function FlowList({ flows }: { readonly flows: readonly RegionFlow[] }) {
  const { t, language } = useWords()
  const between = flows.filter(({ from, to, flow }) => from !== to && flow > 0).slice(0, FLOWS)
  if (between.length === 0) return <p>{t('regions.noFlows')}</p>
  return (
    <>
      <h3>{t('regions.flows')}</h3>
      <ol>
        {between.map(({ from, to, flow, sent, links }) => (
          <li key={`${from}>${to}`}>
            {t('regions.flow', {
              from: nameOf(from, language),
              to: nameOf(to, language),
              share: percent(sent / flow, language),
              count: links,
            })}
          </li>
        ))}
      </ol>
    </>
  )
}
