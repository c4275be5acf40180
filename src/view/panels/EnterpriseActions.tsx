import { Suspense } from 'react'
import type { TraceDirection } from '../../state/session.ts'
import { traceFrom } from '../follow-actions.ts'
import { useApp, useDocument, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { blockNameById } from '../names.ts'
import { blockToClear } from '../presentation/block-to-clear.ts'
import type { ShownDay } from '../shown-day.ts'
import { ActionButton } from './ActionButton.tsx'
import { LateMoreActions } from './edit/late.ts'

export interface EnterpriseActionsProps {
  readonly shown: ShownDay
  readonly row: number
  readonly onSetBlock: (target: MapTarget) => void
}

/** What the map's keys do with the enterprise, as buttons. */
export function EnterpriseActions({ shown, row, onSetBlock }: EnterpriseActionsProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const actions = useBlockActions()
  const target: MapTarget = { kind: 'enterprise', row }
  const block = blockToClear(shown, target)
  const chain = useDocument((state) => state.chain)
  const trace = (direction: TraceDirection) =>
    traceFrom(stores, [shown.outcome.played.index.enterpriseIds[row]!], direction)
  return (
    <div className="actions">
      {block !== null && (
        <ActionButton
          name={t('panels.card.clear')}
          keyName="C"
          isMain
          // It may be the block of somebody further up: the button says whose.
          title={t('panels.card.clearRoot', { name: blockNameById(chain, block, language) })}
          onClick={() => actions.clearNow(block)}
        />
      )}
      <ActionButton name={t('panels.card.upstream')} keyName="U" onClick={() => trace('upstream')} />
      <ActionButton name={t('panels.card.downstream')} keyName="D" onClick={() => trace('downstream')} />
      <ActionButton name={t('panels.card.setBlock')} keyName="B" onClick={() => onSetBlock(target)} />
      <Suspense>
        <LateMoreActions thing={{ kind: 'enterprise', id: shown.outcome.played.index.enterpriseIds[row]! }} />
      </Suspense>
    </div>
  )
}
