import { Modal, type ModalProps } from '@mantine/core'
import { useWords } from './app-context.ts'

/** A dialog over the page; Esc and the named cross close it, and its head is no landmark of the page. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  const { t } = useWords()
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('app.close') }}
      attributes={{ header: { role: 'presentation' } }}
      {...props}
    />
  )
}
