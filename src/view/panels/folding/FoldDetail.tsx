import { Button } from '@mantine/core'
import { foldFigures } from '../../../analysis/folding/fold-day.ts'
import type { FoldGraph } from '../../../analysis/folding/fold-graph.ts'
import { percent } from '../../../i18n/format.ts'
import { useApp, useComputed, useWords } from '../../app-context.ts'
import { openFold } from '../../fold-actions.ts'
import { rowName } from '../../names.ts'
import { useFoldObserved } from '../../observed/use-observed-lines.ts'
import type { ShownDay } from '../../shown-day.ts'
import './folding.css'
import { EnterpriseLink } from '../ThingLink.tsx'

export interface FoldDetailProps {
  readonly id: string
  readonly shown: ShownDay
}

/** Members and links that are listed one by one; the table has all of them. */
const LISTED = 60

/** A fold or a merged link: its figures on the shown day, and what is inside. */
export function FoldDetail({ id, shown }: FoldDetailProps) {
  const graph = useComputed((state) => state.folded?.graph)
  if (!graph) return null
  const row = graph.index.enterpriseIds.indexOf(id)
  if (row >= 0) return <OneFold graph={graph} row={row} shown={shown} />
  const link = graph.index.linkIds.indexOf(id)
  return link < 0 ? null : <MergedLink graph={graph} link={link} shown={shown} />
}

interface OneFoldProps {
  readonly graph: FoldGraph
  readonly row: number
  readonly shown: ShownDay
}

function OneFold({ graph, row, shown }: OneFoldProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const { index } = shown.outcome.played
  const observed = useFoldObserved(shown, graph, row)
  const { members, blocked, stopped, level } = foldFigures(graph, index, shown.view, row)
  const inside = [...graph.members[row]!].toSorted(
    (a, b) => shown.view.severity[b]! - shown.view.severity[a]! || shown.view.level[a]! - shown.view.level[b]!,
  )
  const facts: readonly [string, string | number][] = [
    [t('folds.detail.level'), percent(level, language)],
    [t('folds.detail.members'), members],
    [t('folds.detail.blocked'), blocked],
    [t('folds.detail.stopped'), stopped],
    [t('folds.detail.inside'), graph.inside[row]!],
  ]
  const key = graph.keys[row]
  return (
    <div className="card-body">
      <p className="meta">{t('folds.detail.kind')}</p>
      <h2>{rowName(graph.chain, graph.index, row, language)}</h2>
      {key && (
        <Button size="compact-sm" onClick={() => openFold(stores, key)}>
          {t('map.fold.unfold')}
        </Button>
      )}
      <Facts facts={facts} />
      {observed.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <ul className="fold-members" aria-label={t('folds.detail.members')}>
        {inside.slice(0, LISTED).map((member) => (
          <li key={member}>
            <EnterpriseLink row={member} shown={shown} /> <span>{percent(shown.view.level[member]!, language)}</span>
          </li>
        ))}
      </ul>
      {inside.length > LISTED && <p>{t('folds.detail.more', { count: inside.length - LISTED })}</p>}
    </div>
  )
}

interface MergedLinkProps {
  readonly graph: FoldGraph
  readonly link: number
  readonly shown: ShownDay
}

function MergedLink({ graph, link, shown }: MergedLinkProps) {
  const { t, language } = useWords()
  const { index } = shown.outcome.played
  const { chain, index: map } = graph
  const inside = [...graph.links[link]!]
  const from = rowName(chain, map, map.linkFrom[link]!, language)
  const to = rowName(chain, map, map.groupEnterprise[map.linkGroup[link]!]!, language)
  const sum = (values: Float64Array) => inside.reduce((total, each) => total + values[each]!, 0)
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  const facts: readonly [string, string][] = [
    [t('folds.detail.sent'), figure.format(sum(shown.view.linkSent))],
    [t('folds.detail.normal'), figure.format(sum(index.flow))],
  ]
  return (
    <div className="card-body">
      <p className="meta">{t('folds.detail.merged', { count: inside.length })}</p>
      <h2>
        {from} → {to}
      </h2>
      <Facts facts={facts} />
      <ul className="fold-members">
        {inside.slice(0, LISTED).map((each) => (
          <li key={each}>
            <EnterpriseLink row={index.linkFrom[each]!} shown={shown} /> →{' '}
            <EnterpriseLink row={index.groupEnterprise[index.linkGroup[each]!]!} shown={shown} />
          </li>
        ))}
      </ul>
      {inside.length > LISTED && <p>{t('folds.detail.more', { count: inside.length - LISTED })}</p>}
    </div>
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string | number])[] }) {
  return (
    <dl className="fold-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
