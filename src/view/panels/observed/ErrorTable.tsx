import { errorOf, type ErrorPair } from '../../../analysis/observed/model-error.ts'
import { OBSERVED_RATES, type ObservedField } from '../../../analysis/observed/observed-days.ts'
import { decimal, shortDate, signed } from '../../../i18n/format.ts'
import { dateOfDay } from '../../../state/selectors.ts'
import { useWords } from '../../app-context.ts'
import { enterpriseName } from '../../names.ts'
import type { ShownDay } from '../../shown-day.ts'

/** Pairs that were observed, by rate. */
export type PairsByField = Readonly<Record<ObservedField, readonly ErrorPair[]>>

interface ErrorTableProps {
  readonly shown: ShownDay
  readonly pairs: PairsByField
  readonly field: ObservedField
  readonly onField: (field: ObservedField) => void
}

const COLUMNS = ['pairs', 'meanAbsolute', 'bias', 'largest'] as const

/** The error of the model for each of the rates; the three are different things. A row chooses what the table of enterprises is of. */
export function ErrorTable({ shown, pairs, field, onField }: ErrorTableProps) {
  const { t, language } = useWords()
  const { chain, played, scenario } = shown.outcome
  return (
    <table className="observed-errors" aria-label={t('observed.errorTable')}>
      <caption>{t('observed.errorTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('observed.column.rate')}</th>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" title={t(`observed.help.${name}`)}>
              {t(`observed.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['level', ...OBSERVED_RATES] as const).map((name) => {
          const { pairs: count, meanAbsolute, bias, largest } = errorOf(pairs[name])
          const points = (value: number) => signed(100 * value, 1, language)
          return (
            <tr key={name} data-chosen={name === field}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  title={t(`observed.rateHelp.${name}`)}
                  aria-pressed={name === field}
                  disabled={count === 0}
                  onClick={() => onField(name)}
                >
                  {t(`observed.rate.${name}`)}
                </button>
              </th>
              <td>{decimal(count, 0, language)}</td>
              <td>{count === 0 ? '–' : decimal(100 * meanAbsolute, 1, language)}</td>
              <td>{count === 0 ? '–' : points(bias)}</td>
              <td>
                {largest && (
                  <>
                    {points(largest.model - largest.observed)}{' '}
                    <small>
                      {enterpriseName(chain, played.index.enterpriseIds[largest.row]!, language)} ·{' '}
                      {shortDate(dateOfDay(scenario, largest.day), language)}
                    </small>
                  </>
                )}
                {!largest && '–'}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
