import type { Block } from '../../../model/chain.ts'
import { textIn } from '../../../model/local-text.ts'
import type { Clearance } from '../../../state/actions/clearance.ts'
import { dateOfDay, shownScenario } from '../../../state/selectors.ts'
import { useDocument, useSession, useWords } from '../../app-context.ts'
import { blockName } from '../../names.ts'
import { EvidenceForm } from '../worksheet/EvidenceForm.tsx'

export interface AskEvidenceProps {
  /** As they are to become. */
  readonly blocks: readonly Block[]
  readonly onDone: (clearance: Clearance, thing: string) => void
  readonly onCancel: () => void
}

/** The work sheet's question for the evidence, in a dialog in which blocks are set to cleared. */
export function AskEvidence({ blocks, onDone, onCancel }: AskEvidenceProps) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const scenario = useSession((state) => shownScenario(chain, state.scenarioId))
  const day = useSession((state) => state.day)
  const [first] = blocks
  const name = first ? blockName(chain, first, language) : ''
  const thing = blocks.length > 1 ? t('work.several', { name, count: blocks.length - 1 }) : name
  return (
    <EvidenceForm
      name={thing}
      since={blocks.map(({ since }) => since ?? '').toSorted().at(-1)} // prettier-ignore
      on={scenario ? dateOfDay(scenario, Math.min(day, scenario.days - 1)) : (first?.since ?? '')}
      evidence={blocks.length === 1 ? textIn(first?.evidence, language) : ''}
      onCancel={onCancel}
      onDone={(clearance) => onDone(clearance, thing)}
    />
  )
}
