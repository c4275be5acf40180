import { asSought } from '../../model/as-sought.ts'
import { rowsById } from '../../engine/rows-by-id.ts'
import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { BLOCK_CAUSE_IDS } from '../../model/block-causes.ts'
import type { Enterprise } from '../../model/chain.ts'
import { textIn } from '../../model/local-text.ts'
import { decimal, signed } from '../../i18n/format.ts'
import { dateOfDay } from '../../state/selectors.ts'
import type { TraceDirection } from '../../state/session.ts'
import { traceFrom } from '../follow-actions.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { clearOnShownDay } from '../block-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import { localPart } from '../../model/local-part.ts'
import { blockToClear } from '../presentation/block-to-clear.ts'
import type { ShownDay } from '../shown-day.ts'
import type { Grid, GridColumn, GridRow } from './grid.ts'

const NOBODY: readonly string[] = []

type OnSetBlock = (target: MapTarget) => void

/** Enterprises as rows: state and figures of the shown day, and what the map can do with them. */
export function useEnterpriseRows(shown: ShownDay | null, onSetBlock: OnSetBlock): Grid {
  const { stores } = useApp()
  const selection = useSession((state) => state.selection)
  const rows = useRows(shown)
  const columns = useColumns()
  const rowOf = rowsById(shown?.outcome.played.index.enterpriseIds ?? NOBODY)
  const target = (id: string): MapTarget => ({ kind: 'enterprise', row: rowOf.get(id)! })
  const trace = (direction: TraceDirection) => (enterprise: string) => traceFrom(stores, [enterprise], direction)
  const onSelect = (id: string) => stores.session.setState({ selection: { kind: 'enterprise', id } })
  return {
    rows,
    columns,
    isSelected: (id) => selection?.kind === 'enterprise' && selection.id === id,
    onSelect,
    cellOf: (row, column) => {
      if (column === 'name') return <NameCell name={String(row.values.name)} onSelect={() => onSelect(row.id)} />
      if (column !== 'action' || !shown) return undefined
      return <ActionCell shown={shown} name={String(row.values.name)} target={target(row.id)} onSetBlock={onSetBlock} />
    },
    keys: {
      c: (id) => {
        const block = shown && blockToClear(shown, target(id))
        if (block !== null) clearOnShownDay(stores, block)
      },
      b: (id) => onSetBlock(target(id)),
      u: trace('upstream'),
      d: trace('downstream'),
    },
  }
}

export function NameCell({ name, onSelect }: { readonly name: string; readonly onSelect: () => void }) {
  return (
    <button type="button" className="link-button" tabIndex={-1} onClick={onSelect}>
      {name}
    </button>
  )
}

interface ActionCellProps {
  readonly shown: ShownDay
  readonly name: string
  readonly target: MapTarget
  readonly onSetBlock: OnSetBlock
}

/** Clears its own block; where there is none, offers to set one. */
function ActionCell({ shown, name, target, onSetBlock }: ActionCellProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const block = shown.view.block[target.row]!
  const isBlocked = block >= 0
  const word = t(isBlocked ? 'panels.blocks.clear' : 'panels.card.setBlock')
  return (
    <Button
      size="compact-xs"
      variant={isBlocked ? 'filled' : 'default'}
      aria-label={`${word} ${name}`}
      onClick={(event) => {
        event.stopPropagation()
        if (isBlocked) clearOnShownDay(stores, shown.outcome.played.timeline.blocks[block]!.id)
        else onSetBlock(target)
      }}
    >
      {word}
    </Button>
  )
}

function useRows(shown: ShownDay | null): GridRow[] {
  const { t, language } = useWords()
  return useMemo(() => {
    if (!shown) return []
    const { chain, played, wave, scenario } = shown.outcome
    const { view } = shown
    const rowOf = rowsById(played.index.enterpriseIds)
    const stageName = new Map(chain.stages.map((stage) => [stage.id, textIn(stage.name, language)]))
    // Asked once per word: at ten thousand rows the language tables would cost more than all the rest.
    const roleWord = {
      leading: t('words.role.leading'),
      core: t('words.role.core'),
      sme: t('words.role.sme'),
    }
    const stateWord = ENTERPRISE_STATES.map((state) => t(`words.state.${state}`))
    const causeWord = new Map(BLOCK_CAUSE_IDS.map((id) => [id, t(`words.cause.${id}`)]))
    return chain.enterprises.map((enterprise: Enterprise): GridRow => {
      const row = rowOf.get(enterprise.id)!
      const block = view.block[row]!
      const values = {
        name: textIn(enterprise.name, language),
        role: roleWord[enterprise.role],
        stage: stageName.get(enterprise.stage) ?? enterprise.stage,
        region: localPart(enterprise.region ?? '', language),
        state: stateWord[view.state[row]!]!,
        level: view.level[row]! * 100,
        staff: view.staffReturn[row]! * 100,
        cause: block >= 0 ? causeWord.get(played.causes[block]!)! : '',
        hops: view.hops[row]! >= 0 ? view.hops[row]! : block >= 0 ? 0 : Number.NaN,
        daysLeft: view.daysLeft[row]! >= 0 ? view.daysLeft[row]! : Number.NaN,
        back: wave && wave.full[row]! >= 0 ? dateOfDay(scenario, wave.full[row]!) : '',
        gainDays: wave ? wave.gainDays[row]! : Number.NaN,
      }
      const { name, role, stage, region, state, cause } = values
      const words = [name, role, stage, region, state, cause, enterprise.code, otherName(enterprise, language)]
      return { id: enterprise.id, search: asSought(words.join(' ')), values }
    })
  }, [shown, language, t])
}

const otherName = ({ name }: Enterprise, language: 'zh' | 'en') => textIn(name, language === 'zh' ? 'en' : 'zh')

function useColumns(): GridColumn[] {
  const { t, language } = useWords()
  return useMemo(() => {
    const word = (id: 'name' | 'role' | 'stage' | 'region' | 'state' | 'cause' | 'action') => ({
      id,
      title: t(`table.${id}`),
    })
    const figure = (id: 'level' | 'staff' | 'hops' | 'daysLeft' | 'gainDays', format: (value: number) => string) => ({
      id,
      title: t(`table.${id}`),
      definition: t(`table.definition.${id}`),
      isNumber: true,
      format,
    })
    const whole = (value: number) => decimal(value, 0, language)
    return [
      word('name'),
      word('role'),
      word('stage'),
      word('region'),
      word('state'),
      figure('level', whole),
      figure('staff', whole),
      word('cause'),
      figure('hops', whole),
      figure('daysLeft', whole),
      { id: 'back', title: t('table.back'), definition: t('table.definition.back') },
      figure('gainDays', (value) => signed(value, 2, language)),
      word('action'),
    ]
  }, [t, language])
}
