import { Kbd, Text } from '@mantine/core'
import { useWords } from '../app-context.ts'
import { Dialog } from '../Dialog.tsx'
import { SHORTCUTS } from '../shortcuts.ts'

/** Every shortcut, and in two sentences where the figures come from. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog onClose={onClose} size="lg" title={t('panels.help.title')}>
      {(['onMap', 'always'] as const).map((place) => (
        <section key={place}>
          <Text fw={650} mt="sm" mb={4}>
            {t(`panels.help.${place}`)}
          </Text>
          <table className="shortcut-table">
            <tbody>
              {SHORTCUTS[place].map(({ label, name }) => (
                <tr key={name}>
                  <td>
                    <Kbd>{label}</Kbd>
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
    </Dialog>
  )
}
