import { Kbd, TextInput } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { commandWords } from '../../i18n/en/command-words.ts'
import { asSought } from '../../model/as-sought.ts'
import { useApp, useWords } from '../app-context.ts'
import { Dialog } from '../Dialog.tsx'
import { COMMANDS } from './command-list.ts'
import { openings } from './opening-rows.ts'
import { foundBy } from './found-by.ts'
import './palette.css'

interface Row {
  readonly id: string
  readonly name: string
  readonly keys: string | undefined
  readonly run: () => void
}

/** Ctrl K: every action of the page, found by its name in either language or by pinyin initials; arrows choose, Enter does it. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const rows = useRows(text)
  const chosen = Math.min(at, rows.length - 1)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // In braces: newer browsers give a promise back, which an effect must not return.
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const choose = (row: Row | undefined): void => {
    if (!row) return
    onClose()
    row.run()
  }
  const hear = (event: React.KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: rows.length - 1 }
    const next = steps[event.key]
    if (next !== undefined) setAt((next + rows.length) % Math.max(1, rows.length))
    else if (event.key === 'Enter') choose(rows[chosen])
    else return
    event.preventDefault()
  }
  return (
    <Dialog onClose={onClose} title={t('commands.title')} size="lg">
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={rows[chosen] ? `palette-${rows[chosen].id}` : undefined}
        aria-label={t('commands.palette')}
        placeholder={t('commands.palette')}
        value={text}
        onKeyDown={hear}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
      />
      {rows.length === 0 && <p role="status">{t('commands.none')}</p>}
      <ul id="palette-list" role="listbox" aria-label={t('commands.title')} className="palette" ref={list}>
        {rows.map((row, position) => (
          <li
            key={row.id}
            id={`palette-${row.id}`}
            role="option"
            aria-selected={position === chosen}
            onPointerMove={() => setAt(position)}
            onPointerUp={() => choose(row)}
          >
            <span>{row.name}</span>
            {row.keys && <Kbd>{row.keys}</Kbd>}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const LANGUAGES = ['zh', 'en'] as const

/** Whether people call it by words of the field that do not stand in its name. */
const hasOtherWords = (name: string): name is keyof typeof commandWords => Object.hasOwn(commandWords, name)

/** Actions that are possible now and fit the text: by their names first, then by what else they are called. */
function useRows(text: string): readonly Row[] {
  const { t, language } = useWords()
  const app = useApp()
  const all = useMemo(
    () => [
      ...COMMANDS.filter(({ isPossible }) => !isPossible || isPossible(app)).map(({ id, name, keys, run }) => ({
        row: { id, name: t(`commands.${name}`), keys, run: () => run(app) },
        names: LANGUAGES.map((lng) => t(`commands.${name}`, { lng })),
        also: hasOtherWords(name) ? LANGUAGES.flatMap((lng) => t(`commands.also.${name}`, { lng }).split(', ')) : [],
      })),
      ...openings(app, t).map(({ id, nameIn, run }) => ({
        row: { id, name: nameIn(language), keys: undefined, run },
        names: LANGUAGES.map(nameIn),
        also: [],
      })),
    ],
    [app, language, t],
  )
  return useMemo(() => {
    const wanted = asSought(text.trim())
    return foundBy(wanted, all).map(({ row }) => row)
  }, [all, text])
}
