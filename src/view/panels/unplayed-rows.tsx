import { useMemo } from 'react'
import { asSought } from '../../model/as-sought.ts'
import type { Block, Chain, Enterprise } from '../../model/chain.ts'
import { localPart } from '../../model/local-part.ts'
import { textIn, type Language } from '../../model/local-text.ts'
import { useDocument, useWords } from '../app-context.ts'
import { blockName } from '../names.ts'
import { NameCell } from './enterprise-rows.tsx'
import type { Grid, GridRow } from './grid.ts'

/** What stands where a run would give the figure. */
const NOT_PLAYED = '–'

const NO_FIGURES = {
  state: NOT_PLAYED,
  level: NOT_PLAYED,
  staff: NOT_PLAYED,
  cause: NOT_PLAYED,
  hops: NOT_PLAYED,
  daysLeft: NOT_PLAYED,
  back: NOT_PLAYED,
  gainDays: NOT_PLAYED,
}

type Translate = ReturnType<typeof useWords>['t']

/** The same table while no run is shown: all rows of the chain with what is known of them without one. */
export function useUnplayedGrid(grid: Grid, table: 'enterprises' | 'blocks', isWanted: boolean): Grid {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const rows = useMemo(() => {
    if (!isWanted) return []
    if (table === 'blocks') return (chain.blocks ?? []).map((block) => blockRow(chain, block, language, t))
    const stages = new Map(chain.stages.map(({ id, name }) => [id, textIn(name, language)]))
    return chain.enterprises.map((enterprise) => enterpriseRow(enterprise, stages, language, t))
  }, [chain, table, isWanted, language, t])
  if (!isWanted) return grid
  return {
    ...grid,
    rows,
    keys: {},
    cellOf: ({ id, values }, column) =>
      column === 'name' ? <NameCell name={String(values.name)} onSelect={() => grid.onSelect(id)} /> : undefined,
  }
}

function enterpriseRow(
  { id, name, role, stage, region = '', code = '' }: Enterprise,
  stages: ReadonlyMap<string, string>,
  language: Language,
  t: Translate,
): GridRow {
  const known = {
    name: textIn(name, language),
    role: t(`words.role.${role}`),
    stage: stages.get(stage) ?? stage,
    region: localPart(region, language),
  }
  const search = asSought([...Object.values(known), code, textIn(name, language === 'zh' ? 'en' : 'zh')].join(' '))
  return { id, search, values: { ...known, ...NO_FIGURES } }
}

function blockRow(chain: Chain, block: Block, language: Language, t: Translate): GridRow {
  const values = {
    name: blockName(chain, block, language),
    cause: t(`words.cause.${block.cause}`),
    severity: NOT_PLAYED,
    since: block.since ?? '',
    until: block.until ?? '',
    cleared: NOT_PLAYED,
    gain: NOT_PLAYED,
    effort: block.effort ?? 1,
    owner: localPart(block.owner ?? '', language),
    department: textIn(block.department, language),
    due: block.due ?? '',
    workState: block.state ? t(`panels.blockState.${block.state}`) : '',
  }
  return { id: block.id, search: asSought(Object.values(values).join(' ')), values }
}
