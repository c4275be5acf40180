import { Suspense } from 'react'
import { closeBlocks } from '../../../state/actions/work-on-blocks.ts'
import { blockById } from '../../../state/selectors.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { Dialog } from '../../Dialog.tsx'
import { LateAskEvidence } from './late-evidence.ts'

/** Asks for the evidence where cells of the plain table set blocks to cleared. */
export function ClearingDialog({ blocks: ids }: { readonly blocks: readonly string[] }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const blocks = ids.flatMap((id) => blockById(chain, id) ?? [])
  const close = () => stores.session.setState({ clearing: null })
  if (blocks.length === 0) return null
  return (
    <Dialog onClose={close} title={t('edit.clear.title')} size="lg">
      <Suspense>
        <LateAskEvidence
          blocks={blocks}
          onCancel={close}
          onDone={(clearance, thing) => {
            closeBlocks(stores, { ids, thing }, clearance, language)
            close()
          }}
        />
      </Suspense>
    </Dialog>
  )
}
