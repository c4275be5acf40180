import { useMemo } from 'react'
import { futureFigures, type FutureFigure } from '../../../analysis/comparison/future-figures.ts'
import { decimal, percent, signed } from '../../../i18n/format.ts'
import { useSession, useWords } from '../../app-context.ts'
import type { Futures } from './use-futures.ts'

/** Fewer are better. */
const COSTS: readonly FutureFigure['name'][] = ['stopped', 'blocksOpen']

/** The figures of the strip in both futures; beside observed days over what was observed alone. */
export function FutureFigures({ futures, day }: { readonly futures: Futures; readonly day: number }) {
  const { t, language } = useWords()
  const threshold = useSession((state) => state.threshold)
  const rows = useMemo(() => futureFigures(futures.a.kind, futures.b.kind, day, threshold), [futures, day, threshold])
  const shown = (value: number, kind: FutureFigure['kind']) =>
    kind === 'share' ? percent(value, language) : decimal(value, 0, language)
  return (
    <table className="future-figures" aria-label={t('compare.figures')}>
      <thead>
        <tr>
          <th scope="col">{t('compare.figure')}</th>
          <th scope="col">A</th>
          <th scope="col">B</th>
          <th scope="col">B − A</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, kind, a, b, over, of }) => {
          const difference = (b - a) * (kind === 'share' ? 100 : 1)
          const text = Number.isNaN(difference) ? '–' : signed(difference, 0, language)
          const isBetter = difference > 0 !== COSTS.includes(name)
          const tone = text === '0' || text === '–' ? 'same' : isBetter ? 'better' : 'worse'
          return (
            <tr key={name}>
              <th scope="row">
                {t(`app.figures.${name}`)}
                {over < of && <small>{t('compare.over', { over, of })}</small>}
              </th>
              <td>{shown(a, kind)}</td>
              <td>{shown(b, kind)}</td>
              <td className={tone}>{tone === 'same' ? text : `${difference > 0 ? '▲' : '▼'} ${text}`}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
