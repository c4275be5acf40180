import { Button } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { decimal, percent } from '../../i18n/format.ts'
import { useApp, useComputed, useWords } from '../app-context.ts'
import { localPart } from '../../model/local-part.ts'
import type { ShownDay } from '../shown-day.ts'
import { LevelBar } from './LevelBar.tsx'
import { EnterpriseLink } from './ThingLink.tsx'

export interface PartnersProps {
  readonly shown: ShownDay
  readonly row: number
  readonly side: 'suppliers' | 'customers'
}

/** Partners listed before the rest is folded. */
const LISTED = 12

/** Share of a need from which a supplier is its only one. */
const SOLE = 1 - 1e-9

/** Who supplies it, or whom it supplies. */
export function Partners({ shown, row, side }: PartnersProps) {
  const { t } = useWords()
  const [isWhole, setIsWhole] = useState(false)
  const { index } = shown.outcome.played
  const links =
    side === 'suppliers'
      ? linksInto(index, row)
      : [...index.outLinks.subarray(index.outStart[row], index.outStart[row + 1])]
  const hidden = isWhole ? 0 : links.length - LISTED
  return (
    <>
      <h3>
        {t(`panels.card.${side}`)} <small>{links.length}</small>
      </h3>
      {links.length === 0 && <p className="meta">{t('panels.card.none')}</p>}
      <ul aria-label={t(`panels.card.${side}`)}>
        {links.slice(0, isWhole ? undefined : LISTED).map((link) => (
          <Partner key={link} shown={shown} link={link} side={side} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setIsWhole(true)}>
          {t('panels.card.morePartners', { count: hidden })}
        </Button>
      )}
    </>
  )
}

/** One link: the other end, what flows today, product, share, stock, sole source; the flow leads to the link itself. */
function Partner({ shown, link, side }: Omit<PartnersProps, 'row'> & { readonly link: number }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const assumed = useComputed((state) => state.structure?.assumed)
  const { index, run } = shown.outcome.played
  const group = index.linkGroup[link]!
  const need = index.need[group]!
  const share = need > 0 ? index.flow[link]! / need : 0
  const flowing = index.flow[link]! > 0 ? shown.view.linkSent[link]! / index.flow[link]! : Number.NaN
  const stock = run.stockDays[shown.day * index.groupCount + group]!
  const notes = [
    t('panels.card.share', {
      percent: percent(share, language),
      product: localPart(index.groupProducts[group]!, language),
    }),
    ...(side === 'suppliers' ? [t('panels.card.stock', { days: decimal(stock, 1, language) })] : []),
    ...(side === 'suppliers' && assumed?.cover[group] === 1 ? [t('panels.card.assumed')] : []),
  ]
  return (
    <li className="partner">
      <EnterpriseLink
        shown={shown}
        row={side === 'suppliers' ? index.linkFrom[link]! : index.groupEnterprise[group]!}
      />
      <button
        type="button"
        className="partner-flow"
        aria-label={t('panels.card.openLink', { percent: percent(flowing, language) })}
        title={t('panels.card.openLink', { percent: percent(flowing, language) })}
        onClick={() => stores.session.setState({ selection: { kind: 'supply', id: index.linkIds[link]! } })}
      >
        <LevelBar level={flowing} />
        {percent(flowing, language)}
      </button>
      <small title={t('panels.card.definition.stock')}>
        {notes.map((note, at) => (
          <Fragment key={note}>
            {at > 0 && ' · '}
            {note}
          </Fragment>
        ))}
        {share >= SOLE && (
          <>
            {' · '}
            <span className="sole">{t('panels.card.sole')}</span>
          </>
        )}
      </small>
    </li>
  )
}

function linksInto(index: IndexedChain, row: number): number[] {
  const [first, end] = [index.linkStart[index.groupStart[row]!]!, index.linkStart[index.groupStart[row + 1]!]!]
  return Array.from({ length: end - first }, (_, at) => first + at)
}
