import { DEFAULT_SESSION, PASSING, type SessionState, type SessionStore } from '../session.ts'
import { readView } from '../view-state.ts'

const SESSION_KEY = 'changlian.session'

/** The view of the last visit; what is not sound in it, or not to be had, begins as on a first visit. */
export function keptSession(): Partial<SessionState> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(SESSION_KEY) ?? 'null')
    return typeof kept === 'object' && kept !== null ? soundSession(kept as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

type Fields = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function soundSession(kept: Fields): Partial<SessionState> {
  const first = DEFAULT_SESSION as unknown as Fields
  const viewed = Object.keys(readView(DEFAULT_SESSION))
  const plain = Object.keys(kept).filter(
    (name) =>
      Object.hasOwn(first, name) &&
      !viewed.includes(name) &&
      !Object.hasOwn(PASSING, name) &&
      isSound(name, kept[name]),
  )
  return { ...Object.fromEntries(plain.map((name) => [name, kept[name]])), ...readView(kept) }
}

const CHOICES: Readonly<Record<string, readonly unknown[]>> = { language: ['zh', 'en'], theme: ['light', 'dark'] }

/** Of the kind that the field begins with. */
function isSound(name: string, value: unknown): boolean {
  const like = (DEFAULT_SESSION as unknown as Fields)[name]
  if (CHOICES[name]) return CHOICES[name].includes(value)
  if (name === 'moved') return isRecord(value) && Object.values(value).every(isPlace)
  if (Array.isArray(like)) return Array.isArray(value)
  if (isRecord(like)) return isRecord(value) && Object.keys(like).every((key) => typeof value[key] === typeof like[key])
  return like === null ? !Array.isArray(value) && typeof value !== 'boolean' : typeof value === typeof like
}

const isPlace = (value: unknown): boolean =>
  isRecord(value) && Number.isFinite(value['x']) && Number.isFinite(value['y'])

let isErased = false

/** For the rest of this visit nothing of the view is kept. */
export function stopRemembering(): void {
  isErased = true
}

/** Keeps the view as it changes. */
export const rememberSession = (session: SessionStore): (() => void) =>
  session.subscribe((state) => {
    if (isErased) return
    try {
      localStorage.setItem(SESSION_KEY, JSON.stringify({ ...state, ...PASSING }))
    } catch {
      // Storage is blocked or full: the view is then not remembered; the document's own save says so.
    }
  })
