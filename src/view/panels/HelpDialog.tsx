import { Kbd, Modal, Text } from '@mantine/core'
import { useWords } from '../app-context.ts'
import type { panels } from '../../i18n/en/panels.ts'

type KeyName = keyof typeof panels.help.keys

/** Every shortcut, as the help lists it. */
export const SHORTCUTS = {
  onMap: [
    ['← → ↑ ↓', 'arrows'],
    ['U', 'u'],
    ['D', 'd'],
    ['N', 'n'],
    ['B', 'b'],
    ['C', 'c'],
    ['F', 'f'],
    ['Space', 'space'],
    ['[ ]', 'brackets'],
    ['T', 't'],
    ['L', 'l'],
    ['?', 'help'],
  ],
  always: [
    ['/', 'search'],
    ['Ctrl Z', 'undo'],
    ['Ctrl Shift Z', 'redo'],
    ['Esc', 'esc'],
  ],
} as const satisfies Record<string, readonly (readonly [string, KeyName])[]>

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('panels.help.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {(['onMap', 'always'] as const).map((place) => (
        <section key={place}>
          <Text fw={650} mt="sm">
            {t(`panels.help.${place}`)}
          </Text>
          <table>
            <tbody>
              {SHORTCUTS[place].map(([keys, name]) => (
                <tr key={name}>
                  <td style={{ paddingRight: 16, whiteSpace: 'nowrap' }}>
                    <Kbd>{keys}</Kbd>
                  </td>
                  <td>{t(`panels.help.keys.${name}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <Text mt="md" size="sm">
        {t('panels.help.model')}
      </Text>
    </Modal>
  )
}
