import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { textIn } from '../../../model/local-text.ts'
import { notesOf, type Note, type NotePlace } from '../../../model/notes.ts'
import { moveNote, removeNote } from '../../../state/actions/edit-notes.ts'
import { undo } from '../../../state/document.ts'
import { useApp, useDocument, useWords } from '../../app-context.ts'
import type { MapScene } from '../../canvas/map-props.ts'
import type { MapGraph } from '../../map-graph.ts'
import type { ShownDay } from '../../shown-day.ts'
import { notePoint, placeUnder } from './note-places.ts'
import { usePlaceName } from './use-place-name.ts'
import './notes.css'

export interface NotePinsProps {
  readonly shown: ShownDay
  readonly graph: MapGraph
  readonly scene: MapScene
}

/** Map units that an arrow key moves a note by. */
const STEP = 12
/** A hand that trembles by less than this has clicked, pixels. */
const CLICK = 4

/** Notes as pins on the map: read on hover and focus, opened by a click, dragged to another thing or place, deleted by key. */
export function NotePins({ shown, graph, scene }: NotePinsProps) {
  const { t } = useWords()
  const { map } = useApp()
  const chain = useDocument((state) => state.chain)
  const [, follow] = useState(0)
  useEffect(() => map.current?.hearMoves(() => follow((moves) => moves + 1)), [map])
  const viewport = map.current?.viewport()
  const width = document.querySelector('.map-pane')?.clientWidth ?? 0
  if (!viewport || width === 0) return null
  const zoom = width / viewport.width
  const whole = shown.outcome.played.index
  const pins = notesOf(chain).flatMap((note) => {
    const at = notePoint(note.at, { chain, graph, whole, scene, map: map.current! })
    return at ? [{ note, at, x: (at.x - viewport.x) * zoom, y: (at.y - viewport.y) * zoom }] : []
  })
  if (pins.length === 0) return null
  return (
    <div className="note-pins" role="group" aria-label={t('follow.note.label')}>
      {pins.map(({ note, at, x, y }, place) => (
        <Pin
          key={note.id}
          note={note}
          at={at}
          x={x}
          y={y}
          zoom={zoom}
          shift={sameBefore(pins, place)}
          graph={graph}
          shown={shown}
        />
      ))}
    </div>
  )
}

/** Pins on one thing stand beside each other. */
const sameBefore = (
  pins: readonly { readonly at: { readonly x: number; readonly y: number } }[],
  place: number,
): number => pins.slice(0, place).filter(({ at }) => at.x === pins[place]!.at.x && at.y === pins[place]!.at.y).length

interface PinProps {
  readonly note: Note
  /** Map units. */
  readonly at: { readonly x: number; readonly y: number }
  /** Pixels. */
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly shift: number
  readonly graph: MapGraph
  readonly shown: ShownDay
}

function Pin({ note, at, x, y, zoom, shift, graph, shown }: PinProps) {
  const { t, language } = useWords()
  const { stores, map } = useApp()
  const placeName = usePlaceName()
  const [drag, setDrag] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null)
  const text = textIn(note.text, language)
  const isFree = 'x' in note.at
  const move = (to: NotePlace) => moveNote(stores, note, to)
  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, y: event.clientY }
  }
  const pull = (event: PointerEvent) => {
    if (!from.current) return
    const by = { x: event.clientX - from.current.x, y: event.clientY - from.current.y }
    if (drag || Math.hypot(by.x, by.y) >= CLICK) setDrag(by)
  }
  const drop = () => {
    if (drag)
      move(placeUnder({ x: at.x + drag.x / zoom, y: at.y + drag.y / zoom }, { graph, shown, map: map.current! }))
    from.current = null
    // The click that ends a drag comes after this, and must find the drag.
    setTimeout(() => setDrag(null))
  }
  const hear = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    }
    const step = event.altKey ? undefined : steps[event.key]
    if (step) move({ x: Math.round(at.x + step[0]), y: Math.round(at.y + step[1]) })
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(note)
    else return
    event.preventDefault()
  }
  const remove = useRemoval()
  const name = t('follow.note.pinOn', { place: placeName(note.at), text })
  return (
    <button
      type="button"
      className={isFree ? 'note-pin free' : 'note-pin'}
      style={{ left: x + (drag?.x ?? 0) + shift * 14, top: y + (drag?.y ?? 0) }}
      aria-label={name}
      title={t('follow.note.help')}
      onPointerDown={down}
      onPointerMove={pull}
      onPointerUp={drop}
      onKeyDown={hear}
      onClick={() => drag === null && stores.session.setState({ note: { id: note.id } })}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span className="note-text" aria-hidden="true">
        {text}
      </span>
    </button>
  )
}

/** Deletes a note at once and says so; the way back is one click. */
export function useRemoval(): (note: Note) => void {
  const { t, language } = useWords()
  const { stores } = useApp()
  return (note) => {
    removeNote(stores, note)
    const takeBack = () => {
      undo(stores.document)
      notifications.hide(id)
    }
    const id = notifications.show({
      closeButtonProps: { 'aria-label': t('app.close') },
      message: (
        <span>
          {t('follow.note.removed', { note: textIn(note.text, language) })} ·{' '}
          <button type="button" onClick={takeBack}>
            {t('follow.note.undo')}
          </button>
        </span>
      ),
    })
  }
}
