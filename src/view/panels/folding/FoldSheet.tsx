import { Button, CloseButton, MultiSelect, Radio } from '@mantine/core'
import { useMemo } from 'react'
import { foldFigures } from '../../../analysis/folding/fold-day.ts'
import type { FoldGraph } from '../../../analysis/folding/fold-graph.ts'
import { FOLD_RULES, FOLDS_ABOVE } from '../../../analysis/folding/folds.ts'
import { percent } from '../../../i18n/format.ts'
import { textIn } from '../../../model/local-text.ts'
import { useApp, useComputed, useDocument, useSession, useWords } from '../../app-context.ts'
import { closeFolds, foldBy, openFold } from '../../fold-actions.ts'
import { rowName } from '../../names.ts'
import './folding.css'
import { useShownDay, type ShownDay } from '../../shown-day.ts'
import { DefinedWord } from '../Defined.tsx'

/** How the map is folded, and the folds it now has. */
export function FoldSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  const folds = useSession((state) => state.folds)
  const help = folds.rule === 'auto' || folds.rule === 'matters' ? t(`folds.ruleHelp.${folds.rule}`) : ''
  return (
    <section className="sheet" aria-label={t('folds.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('folds.title')}</h2>
        <CloseButton aria-label={t('folds.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      <div className="grid-scroll fold-sheet">
        <p>{t('folds.intro')}</p>
        <Radio.Group
          label={t('folds.by')}
          description={help}
          value={folds.rule}
          onChange={(rule) => foldBy(stores, rule, folds.leading)}
        >
          {FOLD_RULES.map((rule) => (
            <Radio key={rule} mt={6} value={rule} label={t(`folds.rule.${rule}`, { count: FOLDS_ABOVE })} />
          ))}
        </Radio.Group>
        {folds.rule === 'matters' && <LeadingChoice />}
        {folds.open.length > 0 && (
          <Button mt="xs" size="compact-sm" variant="default" onClick={() => closeFolds(stores)}>
            {t('folds.closeAgain', { count: folds.open.length })}
          </Button>
        )}
        <FoldList />
      </div>
    </section>
  )
}

function LeadingChoice() {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const wanted = useSession((state) => state.folds.leading)
  const choices = useMemo(
    () =>
      chain.enterprises
        .filter(({ role }) => role === 'leading')
        .map(({ id, name }) => ({ value: id, label: textIn(name, language) || id })),
    [chain, language],
  )
  return (
    <MultiSelect
      mt="xs"
      searchable
      limit={50}
      label={t('folds.leading')}
      data={choices}
      value={[...wanted]}
      onChange={(leading) => foldBy(stores, 'matters', leading)}
    />
  )
}

/** Rows of the table of folds at most; the map shows all of them. */
const LISTED = 200

function FoldList() {
  const { t } = useWords()
  const folded = useComputed((state) => state.folded)
  const structure = useComputed((state) => state.structure)
  const shown = useShownDay()
  if (!shown || !structure) return null
  const { index } = structure
  if (!folded) {
    return <p role="status">{t('folds.nothing', { cards: index.enterpriseCount, links: index.linkCount })}</p>
  }
  const { graph } = folded
  const rows = [...graph.keys.keys()].filter((row) => graph.keys[row] !== null)
  const counts = {
    cards: graph.members.length,
    folds: rows.length,
    links: graph.links.length,
    merged: graph.links.filter((links) => links.length > 1).length,
  }
  return (
    <>
      <p role="status">{t('folds.now', counts)}</p>
      <table className="fold-list" aria-label={t('folds.list')}>
        <thead>
          <tr>
            {(['name', 'level', 'blocked', 'stopped', 'inside'] as const).map((name) => (
              <th key={name} scope="col">
                {name === 'level' ? (
                  <DefinedWord word={t('folds.column.level')} definition={t('table.definition.groupLevel')} />
                ) : (
                  t(`folds.column.${name}`)
                )}
              </th>
            ))}
            <th scope="col">{t('folds.unfold')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, LISTED).map((row) => (
            <FoldRow key={graph.keys[row]} graph={graph} row={row} shown={shown} />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface FoldRowProps {
  readonly graph: FoldGraph
  readonly row: number
  readonly shown: ShownDay
}

function FoldRow({ graph, row, shown }: FoldRowProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const name = rowName(graph.chain, graph.index, row, language)
  const { level, blocked, stopped } = foldFigures(graph, shown.outcome.played.index, shown.view, row)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{percent(level, language)}</td>
      <td>{blocked}</td>
      <td>{stopped}</td>
      <td>{graph.inside[row]}</td>
      <td>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${t('folds.unfold')}: ${name}`}
          onClick={() => openFold(stores, graph.keys[row]!)}
        >
          {t('folds.unfold')}
        </Button>
      </td>
    </tr>
  )
}
