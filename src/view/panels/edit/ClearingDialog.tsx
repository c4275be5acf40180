import { closeBlocks } from '../../../state/actions/work-on-blocks.ts'
import { textIn } from '../../../model/local-text.ts'
import { blockById, dateOfDay, shownScenario } from '../../../state/selectors.ts'
import { useApp, useDocument, useSession, useWords } from '../../app-context.ts'
import { Dialog } from '../../Dialog.tsx'
import { blockName } from '../../names.ts'
import { EvidenceForm } from '../worksheet/EvidenceForm.tsx'

/** The work sheet's question for the evidence, wherever else blocks are set to cleared. */
export function ClearingDialog({ blocks: ids }: { readonly blocks: readonly string[] }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const scenario = useSession((state) => shownScenario(chain, state.scenarioId))
  const day = useSession((state) => state.day)
  const blocks = ids.flatMap((id) => blockById(chain, id) ?? [])
  const [first] = blocks
  const close = () => stores.session.setState({ clearing: null })
  if (!first) return null
  const name = blockName(chain, first, language)
  const thing = blocks.length === 1 ? name : t('work.several', { name, count: blocks.length - 1 })
  return (
    <Dialog onClose={close} title={t('edit.clear.title')} size="lg">
      <EvidenceForm
        name={thing}
        since={blocks.map(({ since }) => since ?? '').toSorted().at(-1)} // prettier-ignore
        on={scenario ? dateOfDay(scenario, Math.min(day, scenario.days - 1)) : (first.since ?? '')}
        evidence={blocks.length === 1 ? textIn(first.evidence, language) : ''}
        onCancel={close}
        onDone={(clearance) => {
          closeBlocks(stores, { ids, thing }, clearance, language)
          close()
        }}
      />
    </Dialog>
  )
}
