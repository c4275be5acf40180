import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { asSought } from '../../model/as-sought.ts'
import { textIn } from '../../model/local-text.ts'
import { decimal, signed } from '../../i18n/format.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import type { ShownDay } from '../shown-day.ts'
import { useBlockLines, type BlockLine } from './block-lines.ts'
import type { Grid, GridColumn, GridRow } from './grid.ts'
import { NameCell } from './enterprise-rows.tsx'

/** Blocks of the shown scenario as rows. */
export function useBlockRows(shown: ShownDay | null, onEdit: (blockId: string) => void): Grid {
  const { t, language } = useWords()
  const { stores } = useApp()
  const actions = useBlockActions()
  const lines = useBlockLines(shown)
  const selection = useSession((state) => state.selection)
  const columns = useColumns()
  const rows = useMemo(() => lines.map((line) => rowOf(line, language, t)), [lines, language, t])
  const lineOf = useMemo(() => new Map(lines.map((line) => [line.block.id, line])), [lines])
  const toggle = (id: string) => (lineOf.get(id)?.cleared === null ? actions.clearNow(id) : actions.takeBack(id))
  return {
    rows,
    columns,
    isSelected: (id) => selection?.kind === 'block' && selection.id === id,
    onSelect: (id) => stores.session.setState({ selection: { kind: 'block', id } }),
    cellOf: ({ id, values }, column) => {
      if (column === 'name') return <NameCell name={String(values.name)} onSelect={() => actions.select(id)} />
      if (column !== 'action') return undefined
      const isOpen = values.cleared === ''
      const word = t(isOpen ? 'panels.blocks.clear' : 'panels.blocks.takeBack')
      return (
        <Button
          size="compact-xs"
          variant={isOpen ? 'filled' : 'default'}
          aria-label={`${word} ${values.name}`}
          onClick={(event) => {
            event.stopPropagation()
            toggle(id)
          }}
        >
          {word}
        </Button>
      )
    },
    keys: { c: toggle, b: onEdit },
  }
}

function rowOf(
  { block, name, cleared, gain, severity, holder }: BlockLine,
  language: 'zh' | 'en',
  t: ReturnType<typeof useWords>['t'],
): GridRow {
  const values = {
    name,
    cause: t(`words.cause.${block.cause}`),
    severity: severity * 100,
    since: block.since ?? '',
    until: block.until ?? '',
    cleared: cleared ?? '',
    gain: gain?.gain ?? Number.NaN,
    effort: block.effort ?? 1,
    owner: holder,
    department: textIn(block.department, language),
    due: block.due ?? '',
    workState: block.state ? t(`panels.blockState.${block.state}`) : '',
  }
  return { id: block.id, search: asSought(Object.values(values).join(' ')), values }
}

function useColumns(): GridColumn[] {
  const { t, language } = useWords()
  return useMemo(() => {
    const word = (
      id: 'name' | 'cause' | 'since' | 'until' | 'cleared' | 'owner' | 'department' | 'due' | 'workState' | 'action',
    ) => ({ id, title: t(`table.${id}`) })
    const figure = (id: 'severity' | 'gain' | 'effort', format: (value: number) => string) => ({
      id,
      title: t(`table.${id}`),
      definition: t(`table.definition.${id}`),
      isNumber: true,
      format,
    })
    return [
      word('name'),
      word('cause'),
      figure('severity', (value) => decimal(value, 0, language)),
      word('since'),
      word('until'),
      word('cleared'),
      figure('gain', (value) => signed(value, 2, language)),
      figure('effort', (value) => decimal(value, 1, language)),
      word('owner'),
      word('department'),
      word('due'),
      word('workState'),
      word('action'),
    ]
  }, [t, language])
}
