import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { ScenarioChange } from '../../../analysis/comparison/changes.ts'
import type { ChangeEffect } from '../../../analysis/comparison/effects.ts'
import type { Shown } from '../../../analysis/filter/shown-rows.ts'
import { leadingRows, outputCurve } from '../../../analysis/figures.ts'
import { errorOf, errorPairs } from '../../../analysis/observed/model-error.ts'
import type { ObservedDays } from '../../../analysis/observed/observed-days.ts'
import { observedCurve } from '../../../analysis/observed/observed-figures.ts'
import { decimal, shortDate, signed } from '../../../i18n/format.ts'
import { textIn } from '../../../model/local-text.ts'
import type { Structure } from '../../../state/computed.ts'
import { blockById, blockedEnterpriseId, enterpriseById } from '../../../state/selectors.ts'
import { useApp, useDocument, useSession, useWords } from '../../app-context.ts'
import { showAll } from '../../follow-actions.ts'
import { blockNameById } from '../../names.ts'
import { FutureCurves } from './FutureCurves.tsx'
import { useEffects, type Future, type Futures } from './use-futures.ts'

interface ChangesProps {
  readonly structure: Structure
  readonly futures: Futures
  readonly ids: readonly [string, string]
  readonly day: number
  /** What the filter of the map shows; null = all. */
  readonly left: Shown | null
}

/** The recovery curves together, and what differs between the two, largest effect first. */
export function ChangesAndCurves({ structure, futures, ids, day, left }: ChangesProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const [a, b] = ids.map((id) => chain.scenarios?.find((scenario) => scenario.id === id))
  const { effects, trouble } = useEffects(structure, a, b)
  const curves = [curveOf(structure, futures.a), curveOf(structure, futures.b)] as const
  const won = total(curves[1]) - total(curves[0])
  return (
    <div className="compare-changes" role="region" aria-label={t('compare.changes')} tabIndex={0}>
      <FutureCurves curves={curves} day={day} />
      <h3>{t('compare.changes')}</h3>
      {!a || !b ? (
        <ModelErrorLine futures={futures} />
      ) : effects ? (
        <ChangeRows effects={effects} structure={structure} left={left} />
      ) : (
        <p role={trouble === '' ? undefined : 'alert'}>{trouble === '' ? t('compare.running') : trouble}</p>
      )}
      {a && b && (
        <p className="meta" title={t('compare.effectMeaning')}>
          {t('compare.sum', { days: signed(won, 1, language) })}
        </p>
      )}
      {a && b && b.start !== a.start && (
        <p className="meta">{t('compare.otherStart', { date: shortDate(a.start, language) })}</p>
      )}
    </div>
  )
}

const total = (curve: Float64Array): number => curve.reduce((sum, level) => sum + (Number.isNaN(level) ? 0 : level), 0)

/** Beside observed days a curve is over the leading enterprises that were observed, with gaps where none was. */
const curveOf = ({ index }: Structure, { played, kind }: Future): Float64Array =>
  played
    ? outputCurve(index, played.run, leadingRows(index))
    : observedCurve(index, kind as ObservedDays, leadingRows(index)).share

/** Observed days are no scenario: in place of changes stands how far the model is from them. */
function ModelErrorLine({ futures: { a, b } }: { readonly futures: Futures }) {
  const { t, language } = useWords()
  const [played, observed] = a.played ? [a.played, b.kind] : [b.played, a.kind]
  const { pairs, meanAbsolute, bias } = useMemo(
    () => errorOf(played ? errorPairs(played, observed as ObservedDays, 'level') : []),
    [played, observed],
  )
  return (
    <p>
      {t('compare.noEffects')}{' '}
      {pairs > 0
        ? t('compare.error', {
            pairs,
            error: decimal(100 * meanAbsolute, 1, language),
            bias: signed(100 * bias, 1, language),
          })
        : t('compare.noneObserved')}
    </p>
  )
}

interface ChangeRowsProps extends Pick<ChangesProps, 'structure' | 'left'> {
  readonly effects: readonly ChangeEffect[]
}

function ChangeRows({ effects, structure, left }: ChangeRowsProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = useChangesLeft(effects, structure, left)
  const hidden = effects.length - shown.length
  if (effects.length === 0) return <p>{t('compare.noChanges')}</p>
  return (
    <>
      <ChangeList effects={shown} />
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => showAll(stores)}>
          {t('compare.hiddenChanges', { count: hidden })}
        </Button>
      )}
    </>
  )
}

/** Changes to what the filter of the map shows, and those that are about no enterprise. */
function useChangesLeft(
  effects: readonly ChangeEffect[],
  { index }: Structure,
  left: Shown | null,
): readonly ChangeEffect[] {
  const chain = useDocument((state) => state.chain)
  const hiddenLinks = useSession((state) => state.filter.hiddenLinks)
  return useMemo(() => {
    if (!left) return effects
    const hidden = new Set(index.enterpriseIds.filter((_, row) => left.isShown[row] === 0))
    const links = new Set(hiddenLinks)
    const isBlockLeft = (id: string): boolean => {
      const block = blockById(chain, id)
      if (!block) return true
      const isLinkHidden = 'supply' in block.at && links.has(block.at.supply)
      return !isLinkHidden && !hidden.has(blockedEnterpriseId(chain, block) ?? '')
    }
    return effects.filter(({ change }) => {
      if ('block' in change) return isBlockLeft(change.block)
      if ('delivery' in change) return !hidden.has(change.delivery.enterprise)
      return !('stimulus' in change) || !hidden.has(change.stimulus.enterprise)
    })
  }, [effects, index, left, chain, hiddenLinks])
}

function ChangeList({ effects }: { readonly effects: readonly ChangeEffect[] }) {
  const { language } = useWords()
  const nameOf = useChangeNames()
  return (
    <ul>
      {effects.map(({ change, effect }) => {
        const text = signed(effect, 1, language)
        const tone = text === '0' ? 'same' : effect > 0 ? 'better' : 'worse'
        return (
          <li
            key={JSON.stringify(change)}
            className={change.kind.endsWith('Added') || change.kind.endsWith('Removed') ? 'ghost' : ''}
          >
            <span>{nameOf(change)}</span>
            <strong className={tone}>
              {tone === 'same' ? '' : effect > 0 ? '▲ ' : '▼ '}
              {text}
            </strong>
          </li>
        )
      })}
    </ul>
  )
}

/** What a change is called. */
function useChangeNames() {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const block = (id: string) => blockNameById(chain, id, language)
  const enterprise = (id: string) => textIn(enterpriseById(chain, id)?.name, language) || id
  const date = (on: string | null) => (on === null ? t('compare.change.never') : shortDate(on, language))
  return (change: ScenarioChange): string => {
    switch (change.kind) {
      case 'blockAdded':
      case 'blockRemoved':
        return t(`compare.change.${change.kind}`, { what: block(change.block) })
      case 'clearing':
        return t('compare.change.clearing', { what: block(change.block), a: date(change.a), b: date(change.b) })
      case 'deliveryAdded':
      case 'deliveryRemoved':
        return t(`compare.change.${change.kind}`, {
          what: `${enterprise(change.delivery.enterprise)}, ${change.delivery.product}, ${date(change.delivery.on)}`,
        })
      case 'stimulusAdded':
      case 'stimulusRemoved':
        return t(`compare.change.${change.kind}`, {
          what: `${enterprise(change.stimulus.enterprise)} ×${change.stimulus.factor}`,
        })
      case 'settled':
        return t('compare.change.settled')
    }
  }
}
