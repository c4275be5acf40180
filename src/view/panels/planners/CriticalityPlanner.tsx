import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { asSought } from '../../../model/as-sought.ts'
import { closedLoops, LONGEST_RUN_MILLISECONDS } from '../../../analysis/criticality.ts'
import { Cancelled, type RunningJob } from '../../../analysis/runner.ts'
import { CONVERGED } from '../../../engine/criticality-coefficients.ts'
import { percentFully, signedFully } from '../../../i18n/format.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { DataGrid } from '../DataGrid.tsx'
import type { GridRow } from '../grid.ts'
import {
  askCriticality,
  COUNTED,
  type CriticalityAnswer,
  type CriticalityCounted,
  type CriticalityOutcome,
} from './criticality-question.ts'
import { PlannerFrame } from './PlannerFrame.tsx'
import type { PlannerTools } from './planner-tools.ts'
import { useOpening, type PlannerState } from './use-planner.ts'

/** Members of a loop that are named. */
const NAMED = 5

/** Ranking of all enterprises by the Economic Systemic Risk Index. */
export function CriticalityPlanner({ tools }: { readonly tools: PlannerTools }) {
  const { t } = useWords()
  const [counted, setCounted] = useState(COUNTED)
  const { state, start, cancel } = useCriticality(tools, counted)
  const asked = state.kind === 'done' && state.output.kind === 'answer' ? state.output.answer.counted : counted
  const isOther = asked.weight !== counted.weight || asked.replaceability !== counted.replaceability
  const loops = closedLoops(tools.input.index, CONVERGED)
  const namesOf = (rows: readonly number[]) =>
    tools.join(rows.slice(0, NAMED).map(tools.nameOfRow)) + (rows.length > NAMED ? '…' : '')
  return (
    <PlannerFrame
      intro={`${t('analysis.criticality.intro')} ${t('analysis.criticality.formula')}`}
      state={state}
      isOther={isOther}
      onStart={start}
      onCancel={cancel}
      isFilling
      result={(outcome) =>
        outcome.kind === 'tooLarge' ? (
          <p role="alert">
            {t('analysis.tooLarge', { seconds: outcome.seconds, limit: LONGEST_RUN_MILLISECONDS / 1000 })}
          </p>
        ) : (
          <>
            {loops.length > 0 && (
              <p role="note">
                {t('analysis.criticality.warning', {
                  count: loops[0]!.length,
                  names: namesOf(loops[0]!),
                })}
              </p>
            )}
            <Ranking answer={outcome.answer} tools={tools} />
          </>
        )
      }
    >
      <CountedFields counted={counted} onChange={setCounted} />
    </PlannerFrame>
  )
}

interface CountedFieldsProps {
  readonly counted: CriticalityCounted
  readonly onChange: (counted: CriticalityCounted) => void
}

function CountedFields({ counted, onChange }: CountedFieldsProps) {
  const { t } = useWords()
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('analysis.criticality.weight')}
        value={counted.weight}
        data={(['output', 'flows'] as const).map((value) => ({
          value,
          label: t(`analysis.criticality.weights.${value}`),
        }))}
        onChange={({ currentTarget }) =>
          onChange({ ...counted, weight: currentTarget.value === 'flows' ? 'flows' : 'output' })
        }
      />
      <Checkbox
        size="xs"
        pb={6}
        label={t('analysis.criticality.replaceability')}
        title={t('analysis.criticality.definition.replaceability')}
        checked={counted.replaceability}
        onChange={({ currentTarget }) => onChange({ ...counted, replaceability: currentTarget.checked })}
      />
    </>
  )
}

/** Links up to which the ranking is made as soon as the panel opens: a tenth of a second. */
const AT_ONCE = 2_000

function useCriticality(tools: PlannerTools, counted: CriticalityCounted) {
  const { planner, previewer, stores } = useApp()
  const [state, setState] = useState<PlannerState<CriticalityOutcome>>({ kind: 'idle' })
  const running = useRef<RunningJob<unknown> | null>(null)
  const start = () => {
    const { version } = stores.document.getState()
    const { scenarioId } = stores.session.getState()
    setState({ kind: 'running', done: 0, total: 0 })
    const question = { index: tools.input.index, level: tools.shown.view.level, counted }
    const mine = askCriticality([planner, previewer], question, ({ done, total }) =>
      setState((now) => (now.kind === 'running' ? { kind: 'running', done, total } : now)),
    )
    running.current = mine
    mine.result.then(
      (output) => running.current === mine && setState({ kind: 'done', output, version, scenarioId }),
      (error: unknown) => {
        if (error instanceof Cancelled || running.current !== mine) return
        setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
      },
    )
  }
  useOpening(tools.input.index.linkCount <= AT_ONCE ? start : null)
  useEffect(() => () => running.current?.cancel(), [])
  const cancel = () => {
    running.current?.cancel()
    running.current = null
    setState({ kind: 'cancelled' })
  }
  return { state, start, cancel }
}

function Ranking({ answer, tools }: { readonly answer: CriticalityAnswer; readonly tools: PlannerTools }) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const selection = useSession((state) => state.selection)
  const sizes = useSession((state) => state.sizes)
  const { index } = tools.input
  const most = answer.ranking[0]?.converged.index ?? 1
  const showSizes = () =>
    stores.session.setState({
      sizes: sizes
        ? null
        : Object.fromEntries(
            answer.ranking.map(({ row, converged }) => [
              index.enterpriseIds[row]!,
              converged.index / Math.max(most, 1e-300),
            ]),
          ),
    })
  const percentOf = (value: number) => percentFully(value, language)
  const points = (value: number) => signedFully(100 * value, 2, language)
  const figure = (id: 'index' | 'down' | 'up' | 'published' | 'difference', format = percentOf) => ({
    id,
    title: t(`analysis.criticality.${id}`),
    definition: t(`analysis.criticality.definition.${id}`),
    isNumber: true,
    format,
  })
  const rows = answer.ranking.map(({ row, rank, converged, published }): GridRow => {
    const name = tools.nameOfRow(row)
    const values = {
      rank,
      name,
      index: converged.index,
      down: converged.down,
      up: converged.up,
      published: published.index,
      difference: published.index - converged.index,
      added: answer.added[row]!,
      stock: tools.shown.view.daysLeft[row]! >= 0 ? tools.shown.view.daysLeft[row]! : Number.NaN,
    }
    return { id: index.enterpriseIds[row]!, search: asSought(name), values }
  })
  return (
    <div className="filled">
      <div>
        <Button size="compact-xs" variant="default" mb={4} onClick={showSizes}>
          {t(sizes ? 'analysis.criticality.hideSizes' : 'analysis.criticality.showSizes')}
        </Button>
      </div>
      <DataGrid
        label={t('analysis.tabs.criticality')}
        rows={rows}
        columns={[
          { id: 'rank', title: '#', isNumber: true, format: String },
          { id: 'name', title: t('analysis.criticality.enterprise') },
          figure('index'),
          figure('down'),
          figure('up'),
          figure('published'),
          figure('difference', points),
          {
            id: 'added',
            title: t('analysis.criticality.added'),
            definition: t('analysis.criticality.addedHelp'),
            isNumber: true,
            format: percentOf,
          },
          {
            id: 'stock',
            title: t('analysis.criticality.stock'),
            definition: t('analysis.criticality.definition.stock'),
            isNumber: true,
            format: (days) => t('panels.card.days', { count: days }),
          },
        ]}
        isSelected={(id) => selection?.kind === 'enterprise' && selection.id === id}
        onSelect={(id) => stores.session.setState({ selection: { kind: 'enterprise', id } })}
      />
    </div>
  )
}
