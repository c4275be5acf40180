import { Button, NativeSelect } from '@mantine/core'
import {
  SEPARATORS,
  TABLE_ENCODINGS,
  type FilesRead,
  type Separator,
  type TableEncoding,
} from '../../../model/bring.ts'
import { textIn } from '../../../model/local-text.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import type { BringTarget, StepProps } from './bring-session.ts'

/** Which files these are and how they were read; both can be changed. */
export function FileFacts({ state, session, read }: StepProps & { readonly read: FilesRead }) {
  const { t, language } = useWords()
  const { commands } = useApp()
  const { files, past, into } = state
  const openName = useDocument(({ chain }) => textIn(chain.name, language))
  const { layout } = read
  const isText = layout !== null || files.some(({ name }) => /\.(?:csv|tsv|tab|txt)$/i.test(name))
  const nameOf = (separator: Separator): string => (separator === '\t' ? t('bring.file.tab') : separator)
  return (
    <fieldset className="bring-step">
      <legend>{t('bring.file.title')}</legend>
      <div className="bring-row">
        <strong>{files.map(({ name }) => name).join(' + ')}</strong>
        {isText && (
          <NativeSelect
            size="xs"
            label={t('bring.file.encoding')}
            value={layout?.encoding ?? state.layout.encoding ?? 'utf-8'}
            onChange={(event) => {
              session.choose(files, { ...state.layout, encoding: event.currentTarget.value as TableEncoding })
            }}
            data={TABLE_ENCODINGS.map((value) => ({ value, label: t(`bring.encodings.${value}`) }))}
          />
        )}
        {isText && (
          <NativeSelect
            size="xs"
            label={t('bring.file.separator')}
            value={layout?.separator ?? state.layout.separator ?? ','}
            onChange={(event) => {
              session.choose(files, { ...state.layout, separator: event.currentTarget.value as Separator })
            }}
            data={SEPARATORS.map((value) => ({ value, label: nameOf(value) }))}
          />
        )}
        {read.kind !== 'refused' && (
          <NativeSelect
            size="xs"
            label={t('bring.into.label')}
            value={into}
            onChange={(event) => session.setInto(event.currentTarget.value as BringTarget)}
            data={[
              { value: 'open', label: t('bring.into.open', { name: openName }) },
              { value: 'new', label: t('bring.into.new') },
            ]}
          />
        )}
        {read.kind !== 'refused' && into === 'open' && read.past.length > 0 && (
          <NativeSelect
            size="xs"
            label={t('bring.past.label')}
            value={past ?? ''}
            onChange={(event) => session.setPast(event.currentTarget.value === '' ? null : event.currentTarget.value)}
            data={[
              { value: '', label: t('bring.past.fresh') },
              ...read.past.map(({ id, file }) => ({ value: id, label: t('bring.past.newer', { file }) })),
            ]}
          />
        )}
      </div>
      {read.kind === 'chain' && (
        <div className="bring-row">
          <span>{t(state.mapping?.graph ? 'bring.file.graph' : 'bring.file.chain')}</span>
          {read.isChainFile && (
            <Button size="compact-xs" variant="default" onClick={() => commands.openFile(files[0]!)}>
              {t('bring.file.open')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  )
}
