import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { textIn } from '../../../model/local-text.ts'
import { openDocument } from '../../../state/document.ts'
import { fileOf, recordsText, recoverable, unvouchedFile } from '../../../state/persistence/kept-list.ts'
import type { IntactState, KeptDocument } from '../../../state/persistence/read-kept.ts'
import { FIRST_ID } from '../../../state/persistence/records.ts'
import { useApp, useWords } from '../../app-context.ts'
import { OF_ONE_CHAIN } from '../../../state/session.ts'
import { timeText } from './sheet-parts.tsx'

/** Every chain that is kept: its states that are whole, to download or to start from, and what is damaged. */
export function FoundChains() {
  const { t } = useWords()
  const [found, setFound] = useState<readonly KeptDocument[] | string | null>(null)
  useEffect(() => {
    let isCurrent = true
    recoverable().then(
      (documents) => isCurrent && setFound(documents),
      (error: unknown) => isCurrent && setFound(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [])
  if (found === null) return <p role="status">{t('storage.reading')}</p>
  if (typeof found === 'string') return <p role="alert">{t('storage.reason.other', { message: found })}</p>
  if (found.length === 0) return <p role="status">{t('storage.nothingKept')}</p>
  return found.map((document) => <FoundChain key={document.id} document={document} />)
}

function FoundChain({ document }: { readonly document: KeptDocument }) {
  const { t, language } = useWords()
  const { id, record, intact, damage, lostOperations, isNewer } = document
  const named = intact[0]?.state.chain.name ?? record?.name
  const name = (named === undefined ? '' : textIn(named, language)) || id
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {id === FIRST_ID && <p>{t('storage.firstLayout')}</p>}
      {isNewer && <p>{t('storage.newerChain')}</p>}
      {!isNewer && intact.length === 0 && <p>{t('storage.noIntact')}</p>}
      {lostOperations > 0 && <p>{t('storage.lost', { count: lostOperations })}</p>}
      {!isNewer && damage.length === 0 && <p>{t('storage.isSound')}</p>}
      {damage.length > 0 && (
        <ul>
          {damage.map(({ record, seq, fault }) => (
            <li key={`${record} ${seq}`}>
              {t(`storage.record.${record}`, { seq })}: {t(`storage.fault.${fault}`)}
            </li>
          ))}
        </ul>
      )}
      <ul className="handout-formats">
        {intact.map((state) => (
          <FoundState key={state.seq} found={state} name={name} />
        ))}
        {damage.length > 0 && id !== FIRST_ID && <Remains id={id} name={name} isAll={intact.length === 0} />}
      </ul>
    </section>
  )
}

interface RemainsProps {
  readonly id: string
  readonly name: string
  /** No state of the chain is whole. */
  readonly isAll: boolean
}

/** Of damaged records: what can be read of them though nothing vouches for it, and the records themselves. */
function Remains({ id, name, isAll }: RemainsProps) {
  const { t } = useWords()
  const { commands } = useApp()
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    if (isAll) void unvouchedFile(id).then((found) => isCurrent && setText(found), () => {}) // prettier-ignore
    return () => {
      isCurrent = false
    }
  }, [id, isAll])
  const save = (): void => void recordsText(id).then((records) => commands.saveChain(records, `${name}-records.json`))
  return (
    <>
      {text !== null && (
        <li>
          <span>{t('storage.unvouched')}</span>
          <span>{t('storage.unvouchedHelp')}</span>
          <Button size="compact-sm" onClick={() => commands.saveChain(text, `${name}-unchecked.chain.json`)}>
            {t('storage.download')}
          </Button>
        </li>
      )}
      <li>
        <span>{t('storage.records')}</span>
        <span>{t('storage.recordsHelp')}</span>
        <Button size="compact-sm" variant="default" aria-label={t('storage.downloadRecords')} onClick={save}>
          {t('storage.download')}
        </Button>
      </li>
    </>
  )
}

function FoundState({ found, name }: { readonly found: IntactState; readonly name: string }) {
  const { t, language } = useWords()
  const { stores, commands } = useApp()
  const { state, seq, at } = found
  const start = (): void => {
    openDocument(stores.document, { ...state, origin: { ...state.origin } })
    stores.session.setState(OF_ONE_CHAIN)
  }
  return (
    <li>
      <span>{t('storage.intactState', { steps: state.past.length, time: timeText(at, language) })}</span>
      <span>{t('storage.enterprises', { count: state.chain.enterprises.length })}</span>
      <span>
        <Button size="compact-sm" onClick={() => commands.saveChain(fileOf(found), `${name}-${seq}.chain.json`)}>
          {t('storage.download')}
        </Button>{' '}
        <Button size="compact-sm" variant="default" onClick={start}>
          {t('storage.startFrom')}
        </Button>
      </span>
    </li>
  )
}
