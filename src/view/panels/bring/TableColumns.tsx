import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import {
  COLUMN_FIELDS,
  MONEY_FIELDS,
  SEVERAL_COLUMNS,
  VALUE_UNITS,
  type ColumnFieldId,
  type FilesRead,
  type TableMapping,
  type TablePreview,
  type ValueUnit,
} from '../../../model/bring.ts'
import { decimal } from '../../../i18n/format.ts'
import { useWords } from '../../app-context.ts'
import type { StepProps } from './bring-session.ts'

/** What each column holds, above the first rows; a person confirms or changes what the headings told. */
export function TableColumns({ state, session, read }: StepProps & { readonly read: FilesRead }) {
  const { t } = useWords()
  const mapping = state.mapping!
  const change = (at: number, table: TableMapping): void =>
    session.map({ ...mapping, tables: mapping.tables.map((each, other) => (other === at ? table : each)) })
  const hasRates = mapping.tables.some(({ columns }) =>
    columns.some((field) => field !== null && RATES.includes(field)),
  )
  return (
    <fieldset className="bring-step">
      <legend>{t('bring.columns.title')}</legend>
      {read.tables.map((table, at) => (
        <OneTable key={at} table={table} mapping={mapping.tables[at]!} onChange={(next) => change(at, next)} />
      ))}
      {(state.brought?.otherYears ?? 0) > 0 && (
        <p>{t('bring.columns.otherYears', { count: state.brought!.otherYears })}</p>
      )}
      {hasRates && (
        <TextInput
          size="xs"
          type="date"
          className="bring-date"
          label={t('bring.columns.date')}
          value={mapping.date ?? ''}
          onChange={(event) => session.map({ ...mapping, date: event.currentTarget.value || null }, 'keepsDirection')}
        />
      )}
    </fieldset>
  )
}

const RATES: readonly ColumnFieldId[] = ['operatingRate', 'staffReturn', 'outputRecovery', 'cause', 'difficulty']
const KINDS = ['enterprises', 'supplies', 'ignored'] as const

interface OneTableProps {
  readonly table: TablePreview
  readonly mapping: TableMapping
  readonly onChange: (mapping: TableMapping) => void
}

function OneTable({ table, mapping, onChange }: OneTableProps) {
  const { t } = useWords()
  const name = table.sheet ?? table.file
  return (
    <div className="bring-table">
      <div className="bring-row">
        <strong>{name}</strong>
        <span className="bring-quiet">{t('bring.file.rows', { count: table.count })}</span>
        {table.isHidden && <span className="bring-quiet">{t('bring.file.hidden')}</span>}
        <SegmentedControl
          size="xs"
          aria-label={`${t('bring.columns.kind')}: ${name}`}
          value={mapping.kind}
          onChange={(kind) => onChange(table.byKind[kind])}
          data={KINDS.map((value) => ({ value, label: t(`bring.columns.kinds.${value}`) }))}
        />
      </div>
      {mapping.kind !== 'ignored' && <ColumnTable table={table} mapping={mapping} onChange={onChange} name={name} />}
      {mapping.kind !== 'ignored' && <NumberOptions table={table} mapping={mapping} onChange={onChange} />}
    </div>
  )
}

function ColumnTable({ table, mapping, onChange, name }: OneTableProps & { readonly name: string }) {
  const { t } = useWords()
  const fields: readonly ColumnFieldId[] = mapping.kind === 'ignored' ? [] : COLUMN_FIELDS[mapping.kind]
  const setColumn = (column: number, field: ColumnFieldId | null): void => {
    // Most fields stand in one column: choosing one here takes it from where it was.
    const isOne = field !== null && !SEVERAL_COLUMNS.has(field)
    const columns = mapping.columns.map((each, at) => (at === column ? field : isOne && each === field ? null : each))
    const isMoney = field !== null && MONEY_FIELDS.has(field)
    onChange({ ...(isMoney ? withUnit(mapping, table.units[column]!) : mapping), columns })
  }
  return (
    <div className="bring-preview" role="region" aria-label={t('bring.columns.preview', { name })} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.headings.map((heading, column) => (
              <th key={column} scope="col">
                <span>{heading || column + 1}</span>
                <NativeSelect
                  size="xs"
                  aria-label={t('bring.columns.column', { heading: heading || String(column + 1) })}
                  value={mapping.columns[column] ?? ''}
                  onChange={(event) => setColumn(column, (event.currentTarget.value || null) as ColumnFieldId | null)}
                  data={[
                    { value: '', label: t('bring.columns.none') },
                    ...fields.map((value) => ({ value, label: t(`bring.fields.${value}`) })),
                  ]}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} data-left-out={mapping.columns[column] == null ? '' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Values as they stand are what is meant where nothing is said. */
function withUnit(mapping: TableMapping, unit: ValueUnit): TableMapping {
  const { unit: _, ...asItStands } = mapping
  return unit === 'one' ? asItStands : { ...mapping, unit }
}

function MoneyUnit({ table, mapping, onChange }: OneTableProps) {
  const { t, language } = useWords()
  const column = mapping.columns.findIndex((field) => field !== null && MONEY_FIELDS.has(field))
  const unit = mapping.unit ?? 'one'
  if (column < 0) return null
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('bring.columns.unit')}
        value={unit}
        onChange={(event) => onChange(withUnit(mapping, event.currentTarget.value as ValueUnit))}
        data={(Object.keys(VALUE_UNITS) as ValueUnit[]).map((value) => ({
          value,
          label: t(`bring.columns.units.${value}`),
        }))}
      />
      {unit !== 'one' && (
        <p className="bring-quiet bring-unit" role="status">
          {t('bring.columns.unitOf', {
            heading: table.headings[column] || column + 1,
            times: decimal(VALUE_UNITS[unit], 0, language),
          })}
        </p>
      )}
    </>
  )
}

function NumberOptions({ table, mapping, onChange }: OneTableProps) {
  const { t } = useWords()
  const has = (field: ColumnFieldId): boolean => mapping.columns.includes(field)
  return (
    <div className="bring-row">
      <NativeSelect
        size="xs"
        label={t('bring.columns.decimal')}
        value={mapping.decimal}
        onChange={(event) => onChange({ ...mapping, decimal: event.currentTarget.value as TableMapping['decimal'] })}
        data={(['point', 'comma'] as const).map((value) => ({ value, label: t(`bring.columns.${value}`) }))}
      />
      {has('flow') && (
        <Checkbox
          size="xs"
          label={t('bring.columns.perYear')}
          checked={mapping.isPerYear}
          onChange={(event) => onChange({ ...mapping, isPerYear: event.currentTarget.checked })}
        />
      )}
      <MoneyUnit table={table} mapping={mapping} onChange={onChange} />
      {has('year') && (
        <NativeSelect
          size="xs"
          label={t('bring.columns.year')}
          value={mapping.year ?? ''}
          onChange={(event) => onChange({ ...mapping, year: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('bring.columns.allYears') },
            ...table.years.map((value) => ({ value, label: value })),
          ]}
        />
      )}
    </div>
  )
}
