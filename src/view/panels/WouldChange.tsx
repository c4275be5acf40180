import { Button, Group } from '@mantine/core'
import { leadingRows } from '../../analysis/figures.ts'
import type { Explanation } from '../../analysis/explain.ts'
import { severityOn } from '../../engine/forces.ts'
import type { Block } from '../../model/chain.ts'
import { decimal, shortDate } from '../../i18n/format.ts'
import { blockById, clearedOn, dateOfDay } from '../../state/selectors.ts'
import { useComputed, useDocument, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import { blockName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'
import { ChangeList } from './ChangeList.tsx'

/** Root blocks that get a button of their own. */
const BUTTONS = 4

/** Days of output below which nothing is said of a change. */
const NO_CHANGE = 1e-9

export interface WouldChangeProps {
  readonly shown: ShownDay
  readonly explanation: Explanation
}

/** Blocks that hold it and can be cleared, whom that hurts, and what the clearings so far do for it. */
export function WouldChange({ shown, explanation }: WouldChangeProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const actions = useBlockActions()
  const roots = useRootBlocks(shown, explanation)
  const pair = usePair(shown, explanation.row, roots)
  const { wave } = shown.outcome
  const isTouched = wave !== null && Math.abs(wave.gainDays[explanation.row]!) > NO_CHANGE
  if (roots.length === 0 && !isTouched) return null
  return (
    <>
      <h3>{t('panels.card.wouldChange')}</h3>
      <Group gap={6}>
        {roots.slice(0, BUTTONS).map((block) => (
          <Button key={block.id} size="compact-sm" variant="light" onClick={() => actions.clearNow(block.id)}>
            {t('panels.card.clearRoot', { name: blockName(chain, block, language) })}
          </Button>
        ))}
        {pair && (
          <Button
            size="compact-sm"
            variant="light"
            title={t('panels.blocks.onlyTogether')}
            onClick={() => actions.clearBoth(pair.map(({ id }) => id))}
          >
            {t('panels.blocks.clearTogether', {
              names: pair.map((block) => blockName(chain, block, language)).join(' + '),
            })}
          </Button>
        )}
        {roots.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => actions.clearBoth(roots.map(({ id }) => id))}
            title={roots.map((block) => blockName(chain, block, language)).join(language === 'zh' ? '、' : ', ')}
          >
            {t('panels.card.clearAll', { count: roots.length })}
          </Button>
        )}
      </Group>
      {roots[0] && <Losers shown={shown} blockId={roots[0].id} />}
      {isTouched && <SoFar shown={shown} row={explanation.row} />}
    </>
  )
}

function useRootBlocks({ outcome, day }: ShownDay, { roots }: Explanation): readonly Block[] {
  const chain = useDocument((state) => state.chain)
  const { timeline } = outcome.played
  return roots.flatMap((root) => {
    if (root.kind !== 'block') return []
    const timed = timeline.blocks[root.block]!
    const block = severityOn(timed, day) > 0 ? blockById(chain, timed.id) : undefined
    return block ? [block] : []
  })
}

/** Of a leading enterprise: two open blocks of which one holds it, and that free something only together. */
function usePair({ outcome }: ShownDay, row: number, roots: readonly Block[]): readonly Block[] | null {
  const chain = useDocument((state) => state.chain)
  const pairs = useComputed((state) => state.onlyTogether)
  if (!leadingRows(outcome.played.index).includes(row)) return null
  const found = pairs.find(({ blocks }) => roots.some(({ id }) => blocks.includes(id)))
  const isOpen = (block: Block | undefined) => block !== undefined && clearedOn(outcome.scenario, block.id) === null
  const pair = found?.blocks.map((id) => blockById(chain, id)).filter((block) => block !== undefined) ?? []
  return pair.length > 1 && pair.every(isOpen) ? pair : null
}

/** Who makes less when the nearest root is cleared alone, because supply is shared. */
function Losers({ shown, blockId }: { readonly shown: ShownDay; readonly blockId: string }) {
  const { t } = useWords()
  const gains = useComputed((state) => (state.gains.kind === 'done' ? state.gains.gains : null))
  const gain = gains?.find(({ block }) => shown.outcome.played.timeline.blocks[block]?.id === blockId)
  if (!gain || gain.losers.rows.length === 0) return null
  return <ChangeList shown={shown} title={t('panels.card.losersAlone')} changes={gain.losers} />
}

/** Days on which it feels the clearings and is back to full, and what it wins or loses by them. */
function SoFar({ shown, row }: { readonly shown: ShownDay; readonly row: number }) {
  const { t, language } = useWords()
  const { wave, scenario } = shown.outcome
  if (!wave) return null
  const date = (day: number) => shortDate(dateOfDay(scenario, day), language)
  const gain = wave.gainDays[row]!
  return (
    <p>
      {[
        wave.feels[row]! >= 0 && t('panels.card.feelsOn', { date: date(wave.feels[row]!) }),
        wave.full[row]! >= 0 && t('panels.card.backOn', { date: date(wave.full[row]!) }),
        gain > 0
          ? t('panels.card.winsDays', { days: decimal(gain, 2, language) })
          : t('panels.card.losesDays', { days: decimal(-gain, 2, language) }),
      ]
        .filter(Boolean)
        .join(language === 'zh' ? '；' : '; ')}
    </p>
  )
}
