import { Alert, Button, Checkbox, CloseButton, FileButton, Group, Radio } from '@mantine/core'
import { useState } from 'react'
import { problemText } from '../../../i18n/problem-text.ts'
import { KEY_FORMATS, type KeyFormat, type MaskOptions, type MaskSummary } from '../../../model/masking.ts'
import { useApp, useDocument, useWords, type Unmasked } from '../../app-context.ts'
import '../handout/handout.css'

const FIRST: MaskOptions = { products: false, provinces: true, chainName: true }

/** A copy with codes in place of names, for outside use, and the way back. */
export function MaskSheet() {
  const { t } = useWords()
  const { stores } = useApp()
  return (
    <section className="sheet full" aria-label={t('mask.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('mask.title')}</h2>
        <CloseButton aria-label={t('mask.close')} onClick={() => stores.session.setState({ table: 'none' })} />
      </div>
      <div className="grid-scroll handout">
        <MaskNames />
        <TakeOff />
      </div>
    </section>
  )
}

type Made =
  | { readonly kind: 'idle' | 'running' }
  | { readonly kind: 'done'; readonly summary: MaskSummary; readonly opens: boolean }
  | { readonly kind: 'failed'; readonly reason: string }

function MaskNames() {
  const { t } = useWords()
  const { commands } = useApp()
  const isMasked = useDocument((state) => state.chain.masked !== undefined)
  const [options, setOptions] = useState(FIRST)
  const [key, setKey] = useState<KeyFormat>('csv')
  const [made, setMade] = useState<Made>({ kind: 'idle' })
  const make = (opens: boolean) => {
    setMade({ kind: 'running' })
    commands
      .maskNames({ ...options, key, opens })
      .then((summary) => setMade({ kind: 'done', summary, opens }))
      .catch((error: unknown) => {
        setMade({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
      })
  }
  return (
    <section aria-labelledby="mask-make">
      <h3 id="mask-make">{t('mask.make')}</h3>
      <p>{t('mask.intro')}</p>
      {isMasked && <p role="note">{t('mask.already')}</p>}
      {(['products', 'provinces', 'chainName'] as const).map((option) => (
        <Checkbox
          key={option}
          mt={6}
          size="sm"
          label={t(`mask.option.${option}`)}
          description={t(`mask.optionHelp.${option}`)}
          checked={options[option]}
          onChange={(event) => setOptions({ ...options, [option]: event.currentTarget.checked })}
        />
      ))}
      <Radio.Group mt="sm" label={t('mask.key')} value={key} onChange={setKey}>
        {KEY_FORMATS.map((format) => (
          <Radio key={format} mt={4} value={format} label={t(`mask.keyFormat.${format}`)} />
        ))}
      </Radio.Group>
      <p style={{ margin: '8px 0' }}>{t('mask.keyHelp')}</p>
      <Group gap="xs">
        <Button disabled={made.kind === 'running'} onClick={() => make(false)}>
          {t('mask.save')}
        </Button>
        <Button variant="default" disabled={made.kind === 'running'} onClick={() => make(true)}>
          {t('mask.open')}
        </Button>
      </Group>
      <div role="status">
        {made.kind === 'running' && t('mask.running')}
        {made.kind === 'done' && <Summary {...made} />}
      </div>
      {made.kind === 'failed' && <p role="alert">{t('mask.failed', { reason: made.reason })}</p>}
    </section>
  )
}

function Summary({ summary, opens }: { readonly summary: MaskSummary; readonly opens: boolean }) {
  const { t } = useWords()
  const { enterprises, texts, products, isProductsForced, others, left } = summary
  return (
    <>
      <p>{t('mask.done', { enterprises, texts, products })}</p>
      {isProductsForced && <p>{t('mask.forced')}</p>}
      {others > 0 && <p>{t('mask.others', { count: others })}</p>}
      {left > 0 && <p>{t('mask.left', { count: left })}</p>}
      {opens && <p>{t('mask.kept')}</p>}
    </>
  )
}

/** A copy that came back, and the key to it. */
function TakeOff() {
  const { t, language } = useWords()
  const { commands } = useApp()
  const [copy, setCopy] = useState<File | null>(null)
  const [key, setKey] = useState<File | null>(null)
  const [came, setCame] = useState<Unmasked | { readonly reason: string } | null>(null)
  const take = () => {
    if (!copy || !key) return
    commands
      .unmask(copy, key)
      .then(setCame)
      .catch((error: unknown) => setCame({ reason: error instanceof Error ? error.message : String(error) }))
  }
  return (
    <section aria-labelledby="mask-off">
      <h3 id="mask-off">{t('mask.off.title')}</h3>
      <p>{t('mask.off.intro')}</p>
      <FileChoice name={t('mask.off.copy')} file={copy} accept=".json,application/json" onFile={setCopy} />
      <FileChoice name={t('mask.off.key')} file={key} accept=".csv,.json" onFile={setKey} />
      <Button size="compact-sm" disabled={!copy || !key} onClick={take}>
        {t('mask.off.take')}
      </Button>
      {came && 'reason' in came && <p role="alert">{t('mask.failed', { reason: came.reason })}</p>}
      {came && 'isOpened' in came && (
        <Alert mt="xs" color={came.isOpened ? 'blue' : 'orange'} role={came.isOpened ? 'status' : 'alert'}>
          {came.isOpened
            ? t(came.isChanged ? 'mask.off.changed' : 'mask.off.same')
            : came.problems
                .filter(({ severity }) => severity === 'error')
                .slice(0, 5)
                .map((problem) => {
                  const { place, sentence, mend } = problemText(problem, language)
                  return <p key={place + sentence}>{[place, sentence, mend].filter(Boolean).join(' · ')}</p>
                })}
        </Alert>
      )}
    </section>
  )
}

interface FileChoiceProps {
  readonly name: string
  readonly file: File | null
  readonly accept: string
  readonly onFile: (file: File | null) => void
}

const FileChoice = ({ name, file, accept, onFile }: FileChoiceProps) => (
  <p>
    <FileButton onChange={onFile} accept={accept} inputProps={{ 'aria-label': name }}>
      {(props) => (
        <Button {...props} size="compact-sm" variant="default">
          {name}
        </Button>
      )}
    </FileButton>{' '}
    {file?.name}
  </p>
)
