import { Autocomplete, Button, Group } from '@mantine/core'
import { useMemo, useState } from 'react'
import { assignOwner } from '../../../state/actions/assign-owner.ts'
import { blockById } from '../../../state/selectors.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import { Dialog } from '../../Dialog.tsx'
import { useTooLong } from '../../too-long.ts'

/** Who is responsible for some blocks; one step for all of them. */
export function AssignDialog({ blocks }: { readonly blocks: readonly string[] }) {
  const { t } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const [owner, setOwner] = useState(() => {
    const owners = new Set(blocks.map((id) => blockById(chain, id)?.owner ?? ''))
    return owners.size === 1 ? [...owners][0]! : ''
  })
  const known = useMemo(
    () => [...new Set((chain.blocks ?? []).flatMap((block) => (block.owner ? [block.owner] : [])))].toSorted(),
    [chain.blocks],
  )
  const error = useTooLong()(owner)
  const close = () => stores.session.setState({ assigning: null })
  return (
    <Dialog onClose={close} title={t('follow.assign.title', { count: blocks.length })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (error !== null) return
          assignOwner(stores, blocks, owner.trim())
          close()
        }}
      >
        <Autocomplete
          label={t('follow.assign.name')}
          description={t('follow.assign.help')}
          data={known}
          value={owner}
          error={error}
          onChange={setOwner}
          data-autofocus
        />
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={error !== null}>
            {t('follow.assign.save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
