import { Kbd, Switch } from '@mantine/core'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { STAGE_KEYS } from '../../present/stage-keys.ts'
import { SHORTCUTS } from '../../shortcuts.ts'

/** Every shortcut, and the switch that turns off those that are pressed alone. */
export function KeyHelp() {
  const { t } = useWords()
  const { stores } = useApp()
  const hasSingleKeys = useSession((state) => state.hasSingleKeys)
  return (
    <>
      <Switch
        my="sm"
        checked={hasSingleKeys}
        onChange={(event) => stores.session.setState({ hasSingleKeys: event.currentTarget.checked })}
        label={t('help.keysOn')}
        description={t('help.keysHelp')}
        styles={{ description: { color: 'var(--ink-2)' } }}
      />
      {!hasSingleKeys && <p role="status">{t('help.keysOff')}</p>}
      {(['onMap', 'always'] as const).map((place) => (
        <KeyTable
          key={place}
          title={t(`help.${place}`)}
          rows={SHORTCUTS[place].map(({ label, name }) => [label, t(`help.keys.${name}`)])}
        />
      ))}
      <KeyTable
        title={t('help.onStage')}
        rows={STAGE_KEYS.map(({ label, name }) => [label, t(`help.stage.${name}`)])}
      />
    </>
  )
}

interface KeyTableProps {
  readonly title: string
  readonly rows: readonly (readonly [label: string, meaning: string])[]
}

function KeyTable({ title, rows }: KeyTableProps) {
  return (
    <table className="shortcut-table">
      <caption>{title}</caption>
      <tbody>
        {rows.map(([label, meaning]) => (
          <tr key={label}>
            <th scope="row">
              <Kbd>{label}</Kbd>
            </th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
