import { redo, undo } from '../../state/document.ts'
import { duplicateScenario } from '../../state/actions/duplicate-scenario.ts'
import { startChain } from '../../state/actions/show-chain.ts'
import { removeScenario } from '../../state/actions/remove-scenario.ts'
import { PLANNERS } from '../../state/sheets.ts'
import { shownScenario } from '../../state/selectors.ts'
import { textIn } from '../../model/local-text.ts'
import i18next from 'i18next'
import type { Command } from './command.ts'

export const PAGE_COMMANDS: readonly Command[] = [
  { id: 'newChain', name: 'newChain', run: ({ stores }) => startChain(stores) },
  { id: 'openFile', name: 'openFile', run: ({ commands }) => commands.chooseFile() },
  { id: 'bring', name: 'bring', run: ({ stores }) => stores.session.setState({ table: 'bring' }) },
  { id: 'saveFile', name: 'saveFile', run: ({ commands }) => commands.saveFile() },
  {
    id: 'undo',
    name: 'undo',
    keys: 'Ctrl Z',
    run: ({ stores }) => undo(stores.document),
    isPossible: ({ stores }) => stores.document.getState().past.length > 0,
  },
  {
    id: 'redo',
    name: 'redo',
    keys: 'Ctrl Shift Z',
    run: ({ stores }) => redo(stores.document),
    isPossible: ({ stores }) => stores.document.getState().future.length > 0,
  },
  {
    id: 'language',
    name: 'language',
    run: ({ stores }) => stores.session.setState(({ language }) => ({ language: language === 'zh' ? 'en' : 'zh' })),
  },
  {
    id: 'theme',
    name: 'theme',
    run: ({ stores }) => stores.session.setState(({ theme }) => ({ theme: theme === 'dark' ? 'light' : 'dark' })),
  },
  { id: 'tour', name: 'tour', run: ({ stores }) => stores.session.setState({ dialog: 'tour' }) },
  { id: 'help', name: 'help', keys: '?', run: ({ stores }) => stores.session.setState({ dialog: 'help' }) },
  { id: 'table', name: 'table', keys: 'T', run: ({ stores }) => stores.session.setState({ table: 'enterprises' }) },
  { id: 'work', name: 'work', run: ({ stores }) => stores.session.setState({ table: 'work' }) },
  { id: 'observed', name: 'observed', run: ({ stores }) => stores.session.setState({ table: 'observed' }) },
  {
    id: 'surveys',
    name: 'surveys',
    run: ({ stores }) => stores.session.setState({ table: 'work', isSurveying: true }),
  },
  { id: 'analysis', name: 'analysis', run: ({ stores }) => stores.session.setState({ table: 'analysis' }) },
  ...PLANNERS.map((planner): Command => ({
    id: `planner-${planner}`,
    name: `planner_${planner}`,
    run: ({ stores }) => stores.session.setState({ table: 'analysis', planner }),
  })),
  { id: 'blocks', name: 'blocks', run: ({ stores }) => stores.session.setState({ table: 'blocks' }) },
  {
    id: 'closeSheet',
    name: 'closeSheet',
    keys: 'Esc',
    run: ({ stores }) => stores.session.setState({ table: 'none' }),
    isPossible: ({ stores }) => stores.session.getState().table !== 'none',
  },
  {
    id: 'duplicateScenario',
    name: 'duplicateScenario',
    run: ({ stores }) => {
      const { language, scenarioId } = stores.session.getState()
      const scenario = shownScenario(stores.document.getState().chain, scenarioId)
      const name = textIn(scenario?.name, language) || (scenario?.id ?? '')
      if (scenario) duplicateScenario(stores, i18next.t('app.copyOf', { name }))
    },
    isPossible: ({ stores }) => (stores.document.getState().chain.scenarios ?? []).length > 0,
  },
  {
    id: 'removeScenario',
    name: 'removeScenario',
    run: ({ stores }) => {
      const scenario = shownScenario(stores.document.getState().chain, stores.session.getState().scenarioId)
      if (scenario) removeScenario(stores, scenario.id)
    },
    isPossible: ({ stores }) => (stores.document.getState().chain.scenarios ?? []).length > 1,
  },
]
