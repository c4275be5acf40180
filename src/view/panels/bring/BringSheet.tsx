import { Button, CloseButton, Group, Progress } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { today } from '../../../model/dates.ts'
import { undo } from '../../../state/document.ts'
import { inbox } from '../../../state/inbox.ts'
import { percent } from '../../../i18n/format.ts'
import { useApp, useWords } from '../../app-context.ts'
import './bring.css'
import { BringSession, type BringState, type StepProps } from './bring-session.ts'
import { BringProblems } from './BringProblems.tsx'
import { ChangesPreview } from './ChangesPreview.tsx'
import { ChooseFiles } from './ChooseFiles.tsx'
import { DIRECTION, DirectionQuestion } from './DirectionQuestion.tsx'
import { FileFacts } from './FileFacts.tsx'
import { GraphColumns } from './GraphColumns.tsx'
import { LookAlikeList } from './LookAlikeList.tsx'
import { TableColumns } from './TableColumns.tsx'

/** Files become rows of the open chain, step by step; nothing enters it before Apply. */
export function BringSheet() {
  const { t } = useWords()
  const app = useApp()
  const [session] = useState(() => new BringSession(app, today()))
  const state = useStore(session.store)
  const waiting = useStore(inbox, ({ files }) => files)
  useEffect(() => {
    if (waiting.length === 0) return
    inbox.setState({ files: [] })
    session.choose(waiting)
  }, [waiting, session])
  useEffect(() => () => session.dispose(), [session])
  const isChosen = state.files.length > 0
  return (
    <section className="sheet full bring" aria-label={t('bring.title')}>
      <div className="sheet-head">
        <h2 className="sheet-title">{t('bring.title')}</h2>
        {isChosen && (
          <Button size="compact-xs" variant="default" onClick={() => session.clear()}>
            {t('bring.again')}
          </Button>
        )}
        <CloseButton aria-label={t('bring.close')} onClick={() => app.stores.session.setState({ table: 'none' })} />
      </div>
      <div className="grid-scroll bring-steps">
        {isChosen ? (
          <Steps state={state} session={session} />
        ) : (
          <ChooseFiles onChoose={(files) => session.choose(files)} />
        )}
      </div>
      {isChosen && <Footer state={state} session={session} />}
    </section>
  )
}

function Steps({ state, session }: StepProps) {
  const { t } = useWords()
  const { read, brought, failure } = state
  const problems = [...(read?.problems ?? []), ...(brought?.problems ?? [])]
  return (
    <>
      {failure !== null && <p role="alert">{t('bring.failed', { message: failure })}</p>}
      {read?.kind === 'refused' && <p role="alert">{t('bring.refused')}</p>}
      {read && <FileFacts state={state} session={session} read={read} />}
      {read?.kind === 'tables' && <TableColumns state={state} session={session} read={read} />}
      {state.mapping?.graph && <GraphColumns state={state} session={session} graph={state.mapping.graph} />}
      {brought && <DirectionQuestion state={state} session={session} brought={brought} />}
      {brought && <LookAlikeList state={state} session={session} brought={brought} />}
      {brought && <ChangesPreview brought={brought} />}
      {read && <BringProblems problems={problems} />}
    </>
  )
}

/** What keeps from applying; null = nothing does. */
function obstacleOf({ brought, isConfirmed, work }: BringState): 'confirm' | 'nothing' | 'working' | null {
  if (work !== 'none') return 'working'
  if (!brought?.isSound || brought.counts.added + brought.counts.changed + brought.counts.removed === 0)
    return 'nothing'
  return brought.direction.length > 0 && !isConfirmed ? 'confirm' : null
}

function Footer({ state, session }: StepProps) {
  const { t } = useWords()
  const { stores } = useApp()
  const obstacle = obstacleOf(state)
  const { work } = state
  const apply = async (): Promise<void> => {
    const file = state.files.map(({ name }) => name).join(' + ')
    const counts = await session.apply()
    if (!counts) return
    stores.session.setState({ table: 'none' })
    const id = notifications.show({
      message: (
        <Group justify="space-between">
          {t('bring.apply.done', { file, ...counts })}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              undo(stores.document)
              notifications.hide(id)
            }}
          >
            {t('bring.apply.undo')}
          </Button>
        </Group>
      ),
    })
  }
  return (
    <div className="bring-foot">
      {work === 'none' ? (
        <span role="status">
          {obstacle === 'confirm' ? (
            <button
              type="button"
              className="link-button"
              onClick={() => document.querySelector<HTMLElement>(`.${DIRECTION} button`)?.focus()}
            >
              {t('bring.apply.confirm')}
            </button>
          ) : (
            obstacle === 'nothing' && t('bring.apply.nothing')
          )}
        </span>
      ) : (
        <Going work={work} session={session} />
      )}
      <Button size="compact-sm" disabled={obstacle !== null} onClick={() => void apply()}>
        {t('bring.apply.button')}
      </Button>
    </div>
  )
}

interface GoingProps {
  readonly work: Exclude<BringState['work'], 'none'>
  readonly session: BringSession
}

/** What is going on, how far it is, and the way out. */
function Going({ work, session }: GoingProps) {
  const { t, language } = useWords()
  const done = useStore(session.done)
  const name = t(`bring.work.${work}`)
  return (
    <>
      <span role="status">{name}</span>
      <Progress value={100 * done} className="bring-progress" aria-label={name} />
      <span className="bring-share" aria-hidden="true">
        {percent(done, language)}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => session.clear()}>
        {t('bring.cancel')}
      </Button>
    </>
  )
}
