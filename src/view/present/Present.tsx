import { ChevronLeft, ChevronRight, PanelsTopLeft, X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { cameraOn } from '../../analysis/scenes/lit-camera.ts'
import { traceOf } from '../../analysis/trace-rows.ts'
import type { IndexedChain } from '../../engine/indexed-chain.ts'
import { sceneText } from '../../i18n/scene-text.ts'
import type { Scene } from '../../model/scenes.ts'
import { showScene } from '../../state/actions/show-scene.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { Legend } from '../canvas/Legend.tsx'
import { IconButton } from '../presentation/IconButton.tsx'
import { partOf, useCounting, wantsNoMotion } from './counted.ts'
import './present.css'
import { SpeakerView, useSpeakerWindow } from './Speaker.tsx'
import { useClicker, type Cover } from './use-clicker.ts'
import { useSceneAnswers, useScenes } from './use-scenes.ts'

/** Signs that a room needs explained. */
const ON_STAGE = ['state', 'cause'] as const
/** Days that are played in a second inside a scene. */
const PACE = 8

/** The story in front of a room: the map above, title and words below, clicker keys, a window for the speaker. */
export function Present({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useWords()
  const scenes = useScenes()
  const { answers } = useSceneAnswers()
  const { at, go } = usePlace(scenes)
  const [cover, setCover] = useState<Cover>('none')
  const [hasLaser, setHasLaser] = useState(false)
  const hasSingleKeys = useSession((state) => state.hasSingleKeys)
  const speaker = useSpeakerWindow()
  const frame = useRef<HTMLDivElement>(null)
  const scene = scenes[at]
  useShownOnStage(scene)
  useWholeScreen(frame, onClose)
  useClicker(speaker.window, {
    go: (going) => go('by' in going ? at + going.by : going.to === 'last' ? scenes.length - 1 : going.to),
    cover,
    hasSingleKeys,
    onCover: setCover,
    onLaser: () => setHasLaser(!hasLaser),
    onSpeaker: speaker.open,
    onClose,
  })
  const answer = scene && answers?.get(scene.id)
  const share = useCounting(answer ? scene.id : null)
  return (
    <div className="present" role="dialog" aria-modal="true" aria-label={t('present.title')} ref={frame} tabIndex={-1}>
      <Legend only={ON_STAGE} />
      <section className="present-words" aria-label={t('present.scenes')}>
        <h2>{scene ? sceneText(scene.name, answer, language) : t('present.noneToShow')}</h2>
        <p aria-hidden="true">{sceneText(scene?.words, partOf(answer, share), language)}</p>
        <p className="hidden-visually" aria-live="polite">
          {answer &&
            scene &&
            `${sceneText(scene.name, answer, language)}${language === 'zh' ? '。' : '. '}${sceneText(scene.words, answer, language)}`}
        </p>
        <PresentBar
          at={at}
          count={scenes.length}
          mark={answer?.claims.some(({ verdict }) => verdict !== 'holds') ? t('present.fails') : ''}
          onStep={(step) => go(at + step)}
          onSpeaker={speaker.open}
          onClose={onClose}
        />
      </section>
      {scene && (
        <SpeakerView
          speaker={speaker}
          scene={scene}
          next={scenes[at + 1]}
          answers={answers}
          place={[at, scenes.length]}
        />
      )}
      {hasLaser && <Laser />}
      {cover !== 'none' && (
        <div className={`present-cover ${cover}`} role="status">
          <span className="hidden-visually">{t(cover === 'black' ? 'present.blank' : 'present.white')}</span>
        </div>
      )}
    </div>
  )
}

interface PresentBarProps {
  readonly at: number
  readonly count: number
  /** Said where a claim is no longer true. */
  readonly mark: string
  readonly onStep: (step: number) => void
  readonly onSpeaker: () => void
  readonly onClose: () => void
}

function PresentBar({ at, count, mark, onStep, onSpeaker, onClose }: PresentBarProps) {
  const { t } = useWords()
  return (
    <div className="present-bar">
      <span className="present-keys">{t('present.keys')}</span>
      {mark !== '' && <strong className="present-mark">⚠ {mark}</strong>}
      <IconButton label={t('present.previous')} sign={ChevronLeft} disabled={at === 0} onClick={() => onStep(-1)} />
      <span>{t('present.of', { at: Math.min(count, at + 1), count })}</span>
      <IconButton label={t('present.next')} sign={ChevronRight} disabled={at >= count - 1} onClick={() => onStep(1)} />
      <IconButton label={t('present.speaker')} sign={PanelsTopLeft} onClick={onSpeaker} />
      <IconButton label={t('present.end')} sign={X} onClick={onClose} />
    </div>
  )
}

/** Which scene is on stage; begins with the one gone to last. */
function usePlace(scenes: readonly Scene[]) {
  const { stores } = useApp()
  const id = useSession((state) => state.sceneId)
  const at = Math.max(
    0,
    scenes.findIndex((scene) => scene.id === id),
  )
  const go = useCallback(
    (place: number) => {
      const scene = scenes[Math.max(0, Math.min(scenes.length - 1, place))]
      if (scene) stores.session.setState({ sceneId: scene.id })
    },
    [scenes, stores],
  )
  return { at, go }
}

/** Puts a scene on the map and plays its days; with reduced motion it stands at its last day at once. */
function useShownOnStage(scene: Scene | undefined): void {
  const { stores } = useApp()
  useLookAtLit(scene)
  useEffect(() => {
    if (!scene) return
    const from = scene.play && !wantsNoMotion() ? scene.play.from : scene.day
    showScene(stores, scene, from)
    let day = from
    const timer = setInterval(() => {
      if (day >= scene.day) return clearInterval(timer)
      day++
      stores.session.setState({ day })
    }, 1000 / PACE)
    return () => clearInterval(timer)
  }, [scene, stores])
}

/** Milliseconds that the map takes for its new room when the page around it steps back. */
const ROOM_TAKEN = 120

/** What a scene lights up fills the stage, unless the scene has its own camera; also when the room for the map changes. */
function useLookAtLit(scene: Scene | undefined): void {
  const { stores } = useApp()
  useEffect(() => {
    if (!scene || scene.camera || (!scene.lit && !scene.trace)) return
    const pane = document.querySelector('.map-pane > .map-container')
    if (!pane) return
    const look = () => {
      const { structure, folded } = stores.computed.getState()
      if (!structure || folded) return
      const rows = rowsInFocus(structure.index, scene)
      const camera = cameraOn(structure.layout, rows, pane.clientWidth / Math.max(1, pane.clientHeight))
      stores.session.setState({ camera })
    }
    let timer = 0
    const later = () => {
      clearTimeout(timer)
      timer = window.setTimeout(look, ROOM_TAKEN)
    }
    const seen = new ResizeObserver(later)
    seen.observe(pane)
    return () => {
      clearTimeout(timer)
      seen.disconnect()
    }
  }, [scene, stores])
}

/** Rows of what a scene lights up, else of what it traces. */
function rowsInFocus(index: IndexedChain, { lit, trace }: Scene): readonly number[] {
  const rowOf = (id: string): number => index.enterpriseIds.indexOf(id)
  if (lit) return lit.map(rowOf).filter((row) => row >= 0)
  if (!trace) return []
  const starts = [trace.enterprise, ...(trace.also ?? [])].map(rowOf).filter((row) => row >= 0)
  return [...traceOf(index, { starts, direction: trace.direction, steps: trace.steps ?? Infinity }).rows]
}

/** The page around the map steps back while the story is told, and the map has the room above the words; full screen where the browser has it. */
function useWholeScreen(frame: React.RefObject<HTMLDivElement | null>, onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const root = document.documentElement
    const before = document.activeElement
    root.dataset.presenting = 'true'
    const seen = new ResizeObserver(() =>
      root.style.setProperty('--stage-words', `${frame.current?.offsetHeight ?? 0}px`),
    )
    seen.observe(frame.current!)
    frame.current?.focus()
    const isOffered = document.fullscreenEnabled && !document.fullscreenElement
    if (isOffered) root.requestFullscreen().catch(() => {})
    const left = () => {
      if (!document.fullscreenElement) close.current()
    }
    document.addEventListener('fullscreenchange', left)
    return () => {
      document.removeEventListener('fullscreenchange', left)
      seen.disconnect()
      root.style.removeProperty('--stage-words')
      delete root.dataset.presenting
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
      if (before instanceof HTMLElement) before.focus()
    }
  }, [frame])
}

/** A spot that follows the pointer. */
function Laser() {
  const spot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      spot.current?.style.setProperty('transform', `translate(${clientX}px, ${clientY}px)`)
    }
    addEventListener('pointermove', follow)
    return () => removeEventListener('pointermove', follow)
  }, [])
  return <div ref={spot} className="present-laser" aria-hidden="true" />
}
