import { Button, Group } from '@mantine/core'
import { Suspense, useState } from 'react'
import type { PastePlan } from '../../../state/edits/paste.ts'
import { lacksEvidence } from '../../../analysis/worksheet/work-rows.ts'
import { clearedBy } from '../../../state/edits/table-change.ts'
import { useDocument, useWords } from '../../app-context.ts'
import { Dialog } from '../../Dialog.tsx'
import { LateAskEvidence } from './late-evidence.ts'
import { useEditing, useEditWords } from './use-editing.ts'

const LISTED = 100

/** What pasted cells would change, and each cell that is refused. */
export function PasteDialog({ plan, onClose }: { readonly plan: PastePlan; readonly onClose: () => void }) {
  const { t } = useWords()
  const { fieldWord, expectedWord } = useEditWords()
  const { paste } = useEditing()
  const { change, refused } = plan
  const chain = useDocument((state) => state.chain)
  const [isAsking, setIsAsking] = useState(false)
  const without = clearedBy(chain, change).filter(lacksEvidence)
  const lines = new Set(change.cells.map(({ row }) => row)).size + change.rows.length
  const isPossible = lines > 0
  const columnWord = (name: string) =>
    /^\d+$/.test(name) ? t('edit.paste.column', { column: name }) : name && fieldWord({ name })
  if (isAsking)
    return (
      <Dialog title={t('edit.clear.title')} onClose={() => setIsAsking(false)} size="lg">
        <Suspense>
          <LateAskEvidence
            blocks={without}
            onCancel={() => setIsAsking(false)}
            onDone={(clearance, thing) => {
              if (paste(change, { ids: without.map(({ id }) => id), clearance, thing })) onClose()
            }}
          />
        </Suspense>
      </Dialog>
    )
  return (
    <Dialog title={t('edit.paste.title', { count: lines })} onClose={onClose}>
      <p>
        {isPossible
          ? t('edit.paste.sound', {
              cells: t('edit.paste.cells', { count: change.cells.length }),
              rows: t('edit.paste.rows', { count: change.rows.length }),
            })
          : t('edit.paste.nothing')}
      </p>
      {without.length > 0 && <p role="status">{t('edit.clear.asks', { count: without.length })}</p>}
      {refused.length > 0 && (
        <>
          <p>{t('edit.paste.refused', { count: refused.length })}</p>
          <ul>
            {refused.slice(0, LISTED).map(({ row, column, found, expected }, at) => (
              <li key={`${row} ${column} ${at}`}>
                {row === 0
                  ? `${t('edit.paste.whole')}${t('words.colon')}${found} ${expectedWord(expected)}`
                  : t('edit.paste.line', { row, column: columnWord(column), found, expected: expectedWord(expected) })}
              </li>
            ))}
          </ul>
          {refused.length > LISTED && <p>{t('edit.paste.more', { count: refused.length - LISTED })}</p>}
        </>
      )}
      <Group mt="md">
        <Button
          data-autofocus
          disabled={!isPossible}
          onClick={() => {
            if (without.length > 0) setIsAsking(true)
            else if (paste(change)) onClose()
          }}
        >
          {t('edit.paste.apply')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Dialog>
  )
}
