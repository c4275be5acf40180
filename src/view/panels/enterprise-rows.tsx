import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { ENTERPRISE_STATES } from '../../analysis/day-view.ts'
import { textIn } from '../../model/local-text.ts'
import { decimal, signed } from '../../i18n/format.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { clearOnShownDay } from '../block-actions.ts'
import type { MapTarget } from '../canvas/map-props.ts'
import type { ShownDay } from '../shown-day.ts'
import type { Grid, GridRow } from './DataGrid.tsx'

/** Enterprises as rows: state and figures of the shown day, and what the map can do with them. */
export function useEnterpriseRows(shown: ShownDay | null, onSetBlock: (target: MapTarget) => void): Grid {
  const { t, language } = useWords()
  const { stores } = useApp()
  const selection = useSession((state) => state.selection)
  const rows = useMemo((): GridRow[] => {
    if (!shown) return []
    const { chain, played, wave, scenario } = shown.outcome
    const rowOf = new Map(played.index.enterpriseIds.map((id, row) => [id, row]))
    const stageName = new Map(chain.stages.map((stage) => [stage.id, textIn(stage.name, language)]))
    return chain.enterprises.map((enterprise) => {
      const row = rowOf.get(enterprise.id)!
      const name = textIn(enterprise.name, language)
      const block = shown.view.block[row]!
      const values = {
        name,
        role: t(`words.role.${enterprise.role}`),
        stage: stageName.get(enterprise.stage) ?? enterprise.stage,
        region: enterprise.region ?? '',
        state: t(`words.state.${ENTERPRISE_STATES[shown.view.state[row]!]!}`),
        level: shown.view.level[row]! * 100,
        staff: shown.view.staffReturn[row]! * 100,
        hops: shown.view.hops[row]! >= 0 ? shown.view.hops[row]! : block >= 0 ? 0 : Number.NaN,
        back: wave && wave.full[row]! >= 0 ? dateOfDay(scenario, wave.full[row]!) : '',
        gainDays: wave ? wave.gainDays[row]! : Number.NaN,
        action: '',
      }
      const action =
        block >= 0 ? (
          <Button
            size="compact-xs"
            aria-label={`${t('panels.blocks.clear')} ${name}`}
            onClick={() => clearOnShownDay(stores, played.timeline.blocks[block]!.id)}
          >
            {t('panels.blocks.clear')}
          </Button>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${t('panels.card.setBlock')} ${name}`}
            onClick={() => onSetBlock({ kind: 'enterprise', row })}
          >
            {t('panels.card.setBlock')}
          </Button>
        )
      const select = (
        <button
          type="button"
          className="link-button"
          onClick={() => stores.session.setState({ selection: { kind: 'enterprise', id: enterprise.id } })}
        >
          {name}
        </button>
      )
      const search = [
        textIn(enterprise.name, 'zh'),
        textIn(enterprise.name, 'en'),
        enterprise.code,
        ...Object.values(values),
      ]
        .join(' ')
        .toLowerCase()
      return { id: enterprise.id, search, values, cells: { name: select, action } }
    })
    // The words change with the language, which `t` follows.
  }, [shown, language, t, stores, onSetBlock])
  const whole = (value: number) => decimal(value, 0, language)
  return {
    rows,
    columns: [
      { id: 'name', title: t('panels.table.name') },
      { id: 'role', title: t('panels.table.role') },
      { id: 'stage', title: t('panels.table.stage') },
      { id: 'region', title: t('panels.table.region') },
      { id: 'state', title: t('panels.table.state') },
      { id: 'level', title: t('panels.table.level'), isNumber: true, format: whole },
      { id: 'staff', title: t('panels.table.staff'), isNumber: true, format: whole },
      { id: 'hops', title: t('panels.table.hops'), isNumber: true, format: whole },
      { id: 'back', title: t('panels.table.back') },
      {
        id: 'gainDays',
        title: t('panels.table.gainDays'),
        isNumber: true,
        format: (value) => signed(value, 2, language),
      },
      { id: 'action', title: t('panels.table.action') },
    ],
    isSelected: (id) => selection?.kind === 'enterprise' && selection.id === id,
    onSelect: (id) => stores.session.setState({ selection: { kind: 'enterprise', id } }),
  }
}
