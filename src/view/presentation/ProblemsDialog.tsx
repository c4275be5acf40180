import { Alert, Button, CopyButton, Group, ScrollArea, Text } from '@mantine/core'
import type { Problem } from '../../model/problem.ts'
import { problemText } from '../../i18n/problem-text.ts'
import { useWords } from '../app-context.ts'
import { Dialog } from '../Dialog.tsx'

/** Most problems that are drawn; all of them are copied. */
const SHOWN = 200

export interface ProblemsDialogProps {
  readonly file: string
  readonly isOpened: boolean
  readonly problems: readonly Problem[]
  readonly onClose: () => void
}

/** What is wrong with a file: what, where, how to mend; copyable. */
export function ProblemsDialog({ file, isOpened, problems, onClose }: ProblemsDialogProps) {
  const { t, language } = useWords()
  const texts = problems.map((problem) => problemText(problem, language))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const count = t('app.problems.count', {
    errors: t('app.problems.errors', { count: errors }),
    warnings: t('app.problems.warnings', { count: problems.length - errors }),
  })
  const asText = texts
    .map((text) => [text.severity, text.place, text.what, text.detail, text.mend].join('\t'))
    .join('\n')
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={t(isOpened ? 'app.problems.warningsTitle' : 'app.problems.title', { file })}
    >
      <Text size="sm" mb="sm">
        {count}
        {t('words.gap')}
        {!isOpened && t('app.problems.kept')}
      </Text>
      <ScrollArea.Autosize mah={420} type="auto" viewportProps={{ tabIndex: 0 }}>
        {texts.slice(0, SHOWN).map((text, at) => (
          <Alert
            key={at}
            mb="xs"
            color={problems[at]!.severity === 'error' ? 'red' : 'yellow'}
            title={text.what}
            variant="outline"
          >
            {text.place && (
              <Text size="sm">
                {t('app.problems.where')}
                {t('words.colon')}
                <code>{text.place}</code>
              </Text>
            )}
            {text.detail && <Text size="sm">{text.detail}</Text>}
            <Text size="sm">
              {t('app.problems.mend')}
              {t('words.colon')}
              {text.mend}
            </Text>
          </Alert>
        ))}
        {texts.length > SHOWN && <Text size="sm">{t('app.problems.more', { count: texts.length - SHOWN })}</Text>}
      </ScrollArea.Autosize>
      <Group justify="flex-end" mt="md">
        <CopyButton value={asText}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'app.copied' : 'app.copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('app.ok')}</Button>
      </Group>
    </Dialog>
  )
}
