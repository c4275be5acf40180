import { useCallback, useEffect, useState, type CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import { sceneText } from '../../i18n/scene-text.ts'
import type { Scene, SceneAnswer } from '../../model/scenes.ts'
import { useWords } from '../app-context.ts'

export interface SpeakerWindow {
  /** Null while there is none. */
  readonly window: Window | null
  /** The browser refused a second window: the notes lie over the story. */
  readonly isHere: boolean
  readonly open: () => void
}

/** A window of this very page's own, filled by it: nothing is loaded, and it ends with the presentation. */
export function useSpeakerWindow(): SpeakerWindow {
  const { t } = useWords()
  const [opened, setOpened] = useState<Window | null>(null)
  const [isHere, setIsHere] = useState(false)
  const title = t('present.speaker')
  const open = useCallback(() => {
    if (isHere) return setIsHere(false)
    if (opened && !opened.closed) return opened.focus()
    const made = window.open('', 'changlian-speaker', 'popup,width=900,height=640')
    if (!made) return setIsHere(true)
    made.document.title = title
    made.document.body.replaceChildren()
    made.addEventListener('pagehide', () => setOpened(null))
    setOpened(made)
  }, [opened, isHere, title])
  useEffect(() => () => opened?.close(), [opened])
  return { window: opened, isHere, open }
}

export interface SpeakerViewProps {
  readonly speaker: SpeakerWindow
  readonly scene: Scene
  readonly next: Scene | undefined
  readonly answers: ReadonlyMap<string, SceneAnswer> | null
  /** Scene on stage, and how many there are. */
  readonly place: readonly [at: number, count: number]
}

export function SpeakerView({ speaker, ...told }: SpeakerViewProps) {
  const { t } = useWords()
  const [begun] = useState(() => Date.now())
  const notes = <Notes begun={begun} {...told} />
  if (speaker.window) return createPortal(<div style={WINDOW}>{notes}</div>, speaker.window.document.body)
  if (!speaker.isHere) return null
  return (
    <aside className="present-notes" aria-label={t('present.notes')}>
      <p className="meta">{t('present.blocked')}</p>
      {notes}
    </aside>
  )
}

/** The second window has no style sheet of ours. */
const WINDOW: CSSProperties = { padding: 24, font: '22px/1.5 system-ui, sans-serif', color: '#17202b' }
const TIMES: CSSProperties = { display: 'flex', gap: 32, fontVariantNumeric: 'tabular-nums', fontWeight: 600 }

function Notes({
  scene,
  next,
  answers,
  place: [at, count],
  begun,
}: Omit<SpeakerViewProps, 'speaker'> & { begun: number }) {
  const { t, language } = useWords()
  const now = useNow()
  const answer = answers?.get(scene.id)
  return (
    <>
      <div style={TIMES}>
        <span>
          {t('present.clock')} {new Date(now).toTimeString().slice(0, 5)}
        </span>
        <span>
          {t('present.elapsed')} {minutes(now - begun)}
        </span>
        <span>{t('present.of', { at: at + 1, count })}</span>
      </div>
      <h2>{sceneText(scene.name, answer, language)}</h2>
      <p>{sceneText(scene.notes, answer, language)}</p>
      <p style={{ opacity: 0.8 }}>{sceneText(scene.words, answer, language)}</p>
      <hr />
      <p>
        {next
          ? t('present.nextUp', { name: sceneText(next.name, answers?.get(next.id), language) })
          : t('present.last')}
      </p>
    </>
  )
}

const minutes = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
