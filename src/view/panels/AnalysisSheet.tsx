import { CloseButton, Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { PLANNERS, type PlannerId } from '../../state/sheets.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { CriticalityPlanner } from './planners/CriticalityPlanner.tsx'
import { GainsPlanner } from './planners/GainsPlanner.tsx'
import { JointPlanner } from './planners/JointPlanner.tsx'
import { NextPlanner } from './planners/NextPlanner.tsx'
import { OrderPlanner } from './planners/OrderPlanner.tsx'
import { usePlannerTools, type PlannerTools } from './planners/planner-tools.ts'
import { QuestionPlanner } from './planners/QuestionPlanner.tsx'
import { RangesPlanner } from './planners/RangesPlanner.tsx'
import { RestartPlanner } from './planners/RestartPlanner.tsx'
import { SmallestPlanner } from './planners/SmallestPlanner.tsx'

/** Every question that can be asked of the planners. */
const VIEWS = {
  gains: GainsPlanner,
  joint: JointPlanner,
  smallest: SmallestPlanner,
  order: OrderPlanner,
  restart: RestartPlanner,
  next: NextPlanner,
  criticality: CriticalityPlanner,
  ranges: RangesPlanner,
  question: QuestionPlanner,
} as const satisfies Record<PlannerId, ComponentType<{ readonly tools: PlannerTools }>>

/** The planners as tabs of a sheet over the map. */
export function AnalysisSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  const tools = usePlannerTools()
  const planner = useSession((session) => session.planner)
  const close = (
    <CloseButton
      aria-label={t('analysis.close')}
      onClick={() => stores.session.setState({ table: 'none', preview: null })}
    />
  )
  if (!tools)
    return (
      <section className="sheet" aria-label={t('analysis.title')}>
        <div className="sheet-head">
          <p style={{ flex: 1 }}>{t('app.noScenario')}</p>
          {close}
        </div>
      </section>
    )
  return (
    <section className="sheet tall" aria-label={t('analysis.title')}>
      <Tabs
        value={planner}
        onChange={(id) => stores.session.setState({ planner: PLANNERS.find((each) => each === id) ?? 'gains' })}
        keepMounted={false}
        style={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}
      >
        <div className="sheet-head">
          <Tabs.List className="planner-tabs" aria-label={t('analysis.title')} style={{ flex: 1 }}>
            {PLANNERS.map((id) => (
              <Tabs.Tab key={id} value={id} fz="sm">
                {t(`analysis.tabs.${id}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {close}
        </div>
        {PLANNERS.map((id) => {
          const Planner = VIEWS[id]
          return (
            <Tabs.Panel key={id} value={id} className="grid-scroll">
              <Planner tools={tools} />
            </Tabs.Panel>
          )
        })}
      </Tabs>
    </section>
  )
}
