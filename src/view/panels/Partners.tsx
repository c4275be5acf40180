import { percent, decimal } from '../../i18n/format.ts'
import { useWords } from '../app-context.ts'
import type { ShownDay } from '../shown-day.ts'
import { EnterpriseLink } from './WhySentence.tsx'

export interface PartnersProps {
  readonly shown: ShownDay
  readonly row: number
  readonly side: 'suppliers' | 'customers'
}

/** Who supplies it, or whom it supplies: share, what passes today, stock, sole source. */
export function Partners({ shown, row, side }: PartnersProps) {
  const { t, language } = useWords()
  const { index, run } = shown.outcome.played
  const links =
    side === 'suppliers'
      ? linksInto(index, row)
      : [...index.outLinks.subarray(index.outStart[row], index.outStart[row + 1])]
  return (
    <>
      <h3>
        {t(`panels.card.${side}`)} ({links.length})
      </h3>
      {links.length === 0 && <p className="meta">{t('panels.card.none')}</p>}
      <ul>
        {links.map((link) => {
          const group = index.linkGroup[link]!
          const need = index.need[group]!
          const share = need > 0 ? index.flow[link]! / need : 0
          const flowing = index.flow[link]! > 0 ? shown.view.linkSent[link]! / index.flow[link]! : Number.NaN
          const stock = run.stockDays[shown.day * index.groupCount + group]!
          const notes = [
            t('panels.card.share', { percent: percent(share, language), product: index.groupProducts[group]! }),
            t('panels.card.today', { percent: percent(flowing, language) }),
            ...(side === 'suppliers' ? [t('panels.card.stock', { days: decimal(stock, 1, language) })] : []),
            ...(share >= 1 - 1e-9 ? [t('panels.card.sole')] : []),
          ]
          return (
            <li key={link} className="partner">
              <EnterpriseLink
                shown={shown}
                row={side === 'suppliers' ? index.linkFrom[link]! : index.groupEnterprise[group]!}
              />
              <span title={t('panels.card.definition.stock')}>{notes.join(' · ')}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function linksInto(index: ShownDay['outcome']['played']['index'], row: number): number[] {
  const [first, end] = [index.linkStart[index.groupStart[row]!]!, index.linkStart[index.groupStart[row + 1]!]!]
  return Array.from({ length: end - first }, (_, at) => first + at)
}
