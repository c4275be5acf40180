import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { asSought } from '../../../model/as-sought.ts'
import type { Shown } from '../../../analysis/filter/shown-rows.ts'
import { decimal, percent, signed } from '../../../i18n/format.ts'
import { textIn } from '../../../model/local-text.ts'
import type { Structure } from '../../../state/computed.ts'
import { useApp, useDocument, useSession, useWords } from '../../app-context.ts'
import { DataGrid } from '../DataGrid.tsx'
import type { GridColumn, GridRow } from '../grid.ts'
import { saveText } from '../planners/save-text.ts'
import { useComparison, type Futures } from './use-futures.ts'

interface FuturesTableProps {
  readonly structure: Structure
  readonly futures: Futures
  readonly day: number
  /** What the filter of the map shows; null = all. */
  readonly left: Shown | null
}

/** A, B and B − A of every enterprise; a gap of the observed days stays empty. */
export function FuturesTable({ structure: { index }, futures, day, left }: FuturesTableProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const selection = useSession((state) => state.selection)
  const { a, b, difference, lostA, lostB } = useComparison(futures, day)
  const rows = useMemo(() => {
    const names = new Map(chain.enterprises.map(({ id, name }) => [id, textIn(name, language) || id]))
    return index.enterpriseIds.flatMap((id, row): readonly GridRow[] => {
      if (left && left.isShown[row] === 0) return []
      const name = names.get(id) ?? id
      const values = {
        name,
        levelA: a[row]!,
        levelB: b[row]!,
        difference: difference[row]!,
        lostA: lostA[row]!,
        lostB: lostB[row]!,
        won: lostA[row]! - lostB[row]!,
      }
      return [{ id, search: asSought(name), values }]
    })
  }, [chain, index, language, a, b, difference, lostA, lostB, left])
  const share = (value: number) => percent(value, language)
  const points = (value: number) => marked(value, signed(100 * value, 0, language))
  const days = (value: number) => decimal(value, 1, language)
  const columns: readonly GridColumn[] = [
    { id: 'name', title: t('compare.name') },
    {
      id: 'levelA',
      title: t('compare.levelA'),
      definition: t('compare.definition.level'),
      isNumber: true,
      format: share,
    },
    {
      id: 'levelB',
      title: t('compare.levelB'),
      definition: t('compare.definition.level'),
      isNumber: true,
      format: share,
    },
    {
      id: 'difference',
      title: t('compare.difference'),
      definition: t('compare.definition.difference'),
      isNumber: true,
      format: points,
    },
    { id: 'lostA', title: t('compare.lostA'), definition: t('compare.definition.lost'), isNumber: true, format: days },
    { id: 'lostB', title: t('compare.lostB'), definition: t('compare.definition.lost'), isNumber: true, format: days },
    {
      id: 'won',
      title: t('compare.won'),
      definition: t('compare.definition.won'),
      isNumber: true,
      format: (value) => marked(value, signed(value, 1, language)),
    },
  ]
  const save = () =>
    saveText(t('compare.file'), [
      columns.map(({ title }) => title),
      ...rows.map(({ values }) => columns.map(({ id }) => blank(values[id]!))),
    ])
  return (
    <div className="futures-table">
      <div className="futures-table-head">
        <h3>{t('compare.table')}</h3>
        <Button size="compact-xs" variant="default" onClick={save}>
          {t('compare.save')}
        </Button>
      </div>
      <DataGrid
        label={t('compare.table')}
        columns={columns}
        rows={rows}
        isSelected={(id) => selection?.kind === 'enterprise' && selection.id === id}
        onSelect={(id) => stores.session.setState({ selection: { kind: 'enterprise', id } })}
      />
    </div>
  )
}

/** A gap is an empty cell. */
const blank = (value: string | number): string | number =>
  typeof value === 'number' && Number.isNaN(value) ? '' : value

/** An arrow beside the sign, so that better and worse are told apart without colour. */
const marked = (value: number, text: string): string => (text === '0' ? '0' : `${value > 0 ? '▲' : '▼'} ${text}`)
