import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { decimal, signed } from '../../i18n/format.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import type { ShownDay } from '../shown-day.ts'
import { useBlockLines } from './block-lines.ts'
import type { Grid, GridRow } from './DataGrid.tsx'

/** Blocks of the shown scenario as rows. */
export function useBlockRows(shown: ShownDay | null): Grid {
  const { t, language } = useWords()
  const { stores } = useApp()
  const actions = useBlockActions()
  const lines = useBlockLines(shown)
  const selection = useSession((state) => state.selection)
  const rows = useMemo(
    () =>
      lines.map(({ block, name, cleared, gain, severity }): GridRow => {
        const values = {
          name,
          cause: t(`words.cause.${block.cause}`),
          severity: severity * 100,
          since: block.since ?? '',
          cleared: cleared ?? '',
          gain: gain?.gain ?? Number.NaN,
          owner: block.owner ?? '',
          action: '',
        }
        const select = (
          <button type="button" className="link-button" onClick={() => actions.select(block.id)}>
            {name}
          </button>
        )
        const action = (
          <Button
            size="compact-xs"
            variant={cleared === null ? 'filled' : 'default'}
            aria-label={`${t(cleared === null ? 'panels.blocks.clear' : 'panels.blocks.takeBack')} ${name}`}
            onClick={() => (cleared === null ? actions.clearNow(block.id) : actions.takeBack(block.id))}
          >
            {t(cleared === null ? 'panels.blocks.clear' : 'panels.blocks.takeBack')}
          </Button>
        )
        return {
          id: block.id,
          search: Object.values(values).join(' ').toLowerCase(),
          values,
          cells: { name: select, action },
        }
      }),
    [lines, t, actions],
  )
  return {
    rows,
    columns: [
      { id: 'name', title: t('panels.table.name') },
      { id: 'cause', title: t('panels.table.cause') },
      {
        id: 'severity',
        title: t('panels.table.severity'),
        isNumber: true,
        format: (value) => decimal(value, 0, language),
      },
      { id: 'since', title: t('panels.table.since') },
      { id: 'cleared', title: t('panels.table.cleared') },
      { id: 'gain', title: t('panels.table.gain'), isNumber: true, format: (value) => signed(value, 2, language) },
      { id: 'owner', title: t('panels.table.owner') },
      { id: 'action', title: t('panels.table.action') },
    ],
    isSelected: (id) => selection?.kind === 'block' && selection.id === id,
    onSelect: (id) => stores.session.setState({ selection: { kind: 'block', id } }),
  }
}
