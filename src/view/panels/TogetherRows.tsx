import { Button } from '@mantine/core'
import { decimal, signed } from '../../i18n/format.ts'
import { clearBlocks } from '../../state/actions/clear-blocks.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useComputed, useSession, useWords } from '../app-context.ts'
import { dayToClear, playWave } from '../block-actions.ts'
import type { ShownDay } from '../shown-day.ts'
import type { BlockLine } from './block-lines.ts'

/** Pairs that are shown at most. */
const SHOWN = 3

/** Pairs that help only together stand first: alone, each of them would look useless. */
export function TogetherRows({ shown, lines }: { readonly shown: ShownDay; readonly lines: readonly BlockLine[] }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const order = useSession((state) => state.blockOrder)
  const pairs = useComputed((state) => state.onlyTogether)
  const open = lines.filter(({ cleared }) => cleared === null)
  const best = Math.max(0, ...open.map(({ gain }) => gain?.gain ?? 0))
  const rows = pairs.slice(0, SHOWN).flatMap(({ blocks, gain }) => {
    const names = blocks.flatMap((id) => open.find(({ block }) => block.id === id)?.name ?? [])
    return names.length === blocks.length ? [{ blocks, gain, names: names.join(' + ') }] : []
  })
  if (order !== 'gain' || rows.length === 0) return null
  const clear = (blocks: readonly string[]) => {
    const day = dayToClear(stores)
    const on = dateOfDay(shown.outcome.scenario, day)
    clearBlocks(
      stores,
      blocks.map((block) => ({ block, on })),
    )
    playWave(stores, day)
  }
  return (
    <ul className="together" aria-label={t('panels.blocks.onlyTogether')}>
      {rows.map(({ blocks, gain, names }) => (
        <li key={blocks.join()} className={gain > best ? 'together-row best' : 'together-row'}>
          <div className="together-names">
            <span className="badge" aria-hidden="true">
              {t('panels.blocks.togetherBadge')}
            </span>
            <strong title={names}>{names}</strong>
            <span className="gain">{signed(gain, 1, language)}</span>
          </div>
          <p>{t('panels.blocks.togetherSentence', { gain: decimal(gain, 2, language) })}</p>
          <Button
            size="compact-xs"
            variant={gain > best ? 'filled' : 'default'}
            aria-label={t('panels.blocks.clearTogether', { names })}
            onClick={() => clear(blocks)}
          >
            {t('panels.blocks.clearBoth')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
