import { Button, Menu } from '@mantine/core'
import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { textIn } from '../../model/local-text.ts'
import { duplicateScenario } from '../../state/actions/duplicate-scenario.ts'
import { removeScenario } from '../../state/actions/remove-scenario.ts'
import { renameScenario } from '../../state/actions/rename-scenario.ts'
import { shownScenario } from '../../state/selectors.ts'
import { useApp, useDocument, useSession, useWords } from '../app-context.ts'

const RenameScenario = lazy(async () => ({ default: (await import('./RenameScenario.tsx')).RenameScenario }))

/** The shown scenario, the others, and copying, naming and deleting them. */
export function ScenarioMenu() {
  const { t, language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const scenarioId = useSession((state) => state.scenarioId)
  const [renaming, setRenaming] = useState<string | null>(null)
  const scenario = shownScenario(chain, scenarioId)
  if (!scenario) return null
  const name = textIn(scenario.name, language) || scenario.id
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            title={name}
            aria-label={`${t('app.scenario')}: ${name}`}
            className="menu-button scenario-button"
            rightSection={<ChevronDown size={15} aria-hidden />}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={480} style={{ overflowY: 'auto' }}>
          {(chain.scenarios ?? []).map((other) => (
            <Menu.Item
              key={other.id}
              onClick={() => stores.session.setState({ scenarioId: other.id, day: 0, isPlaying: false })}
              fw={other.id === scenario.id ? 700 : 400}
            >
              {textIn(other.name, language) || other.id} · {other.start}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => duplicateScenario(stores, t('app.copyOf', { name }))}>
            {t('app.duplicateScenario')}
          </Menu.Item>
          <Menu.Item onClick={() => setRenaming(name)}>{t('app.renameScenario')}</Menu.Item>
          {(chain.scenarios ?? []).length > 1 && (
            <Menu.Item c="var(--error)" onClick={() => removeScenario(stores, scenario.id)}>
              {t('app.removeScenario')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {renaming !== null && (
          <RenameScenario
            name={renaming}
            onName={(next) => renameScenario(stores, scenario.id, next)}
            onClose={() => setRenaming(null)}
          />
        )}
      </Suspense>
    </>
  )
}
