import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { asSought } from '../../../model/as-sought.ts'
import { errorsByEnterprise, modelOn, type ErrorPair } from '../../../analysis/observed/model-error.ts'
import { observedOn, type ObservedField } from '../../../analysis/observed/observed-days.ts'
import { decimal, percent, shortDate, signed } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { enterpriseName } from '../../names.ts'
import type { ShownObserved } from '../../observed/shown-observed.ts'
import type { ShownDay } from '../../shown-day.ts'
import { DataGrid } from '../DataGrid.tsx'
import type { GridColumn, GridRow } from '../grid.ts'
import { saveText } from '../planners/save-text.ts'

interface ErrorByEnterpriseProps {
  readonly shown: ShownDay
  readonly given: ShownObserved
  readonly pairs: readonly ErrorPair[]
  readonly field: ObservedField
}

/** Every enterprise that was observed: today's values, how far off the model is, and where it is furthest off. */
export function ErrorByEnterprise({ shown, given, pairs, field }: ErrorByEnterpriseProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const selection = useSession((state) => state.selection)
  const { chain, played, scenario } = shown.outcome
  const date = (day: number) => dateOfDay(scenario, day)
  const rows = useMemo(() => {
    const [seen, model] = [observedOn(given.observed, shown.day, field), modelOn(played, shown.day, field)]
    return errorsByEnterprise(pairs).map(({ row, pairs: count, meanAbsolute, bias, largest }): GridRow => {
      const id = played.index.enterpriseIds[row]!
      const name = enterpriseName(chain, id, language)
      const values = {
        name,
        today: seen[row]!,
        modelToday: Number.isNaN(seen[row]!) ? Number.NaN : model[row]!,
        pairs: count,
        meanAbsolute: 100 * meanAbsolute,
        bias: 100 * bias,
        largest: 100 * (largest!.model - largest!.observed),
        day: largest!.day,
      }
      return { id, search: asSought(name), values }
    })
  }, [chain, played, given, pairs, field, shown.day, language])
  const column = (name: 'pairs' | 'meanAbsolute' | 'bias' | 'largest') => ({
    id: name,
    title: t(`observed.column.${name}`),
    definition: t(`observed.help.${name}`),
    isNumber: true,
  })
  const share = (value: number) => percent(value, language)
  const columns: readonly GridColumn[] = [
    { id: 'name', title: t('observed.column.name') },
    { id: 'today', title: t('observed.column.today'), isNumber: true, format: share },
    { id: 'modelToday', title: t('observed.column.modelToday'), isNumber: true, format: share },
    column('pairs'),
    { ...column('meanAbsolute'), format: (value) => decimal(value, 1, language) },
    { ...column('bias'), format: (value) => signed(value, 1, language) },
    { ...column('largest'), format: (value) => signed(value, 1, language) },
    { id: 'day', title: t('observed.column.day'), isNumber: true, format: (day) => shortDate(date(day), language) },
  ]
  const save = () =>
    saveText(t('observed.file'), [
      ['name', 'day', 'observed', 'model'].map((id) =>
        t(`observed.column.${id as 'name' | 'day' | 'observed' | 'model'}`),
      ),
      ...pairs.map(({ row, day, observed, model }) => [
        enterpriseName(chain, played.index.enterpriseIds[row]!, language),
        date(day),
        observed,
        model,
      ]),
    ])
  const title = t('observed.table', {
    rate: t(`observed.rate.${field}`),
    date: shortDate(date(shown.day), language),
  })
  return (
    <div className="observed-table">
      <div className="observed-table-head">
        <h3>{title}</h3>
        <Button size="compact-xs" variant="default" onClick={save}>
          {t('observed.save')}
        </Button>
      </div>
      <DataGrid
        label={title}
        columns={columns}
        rows={rows}
        isSelected={(id) => selection?.kind === 'enterprise' && selection.id === id}
        onSelect={(id) => stores.session.setState({ selection: { kind: 'enterprise', id } })}
      />
    </div>
  )
}
