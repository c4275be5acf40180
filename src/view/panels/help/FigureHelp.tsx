import { Button, TextInput } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { asSought } from '../../../model/as-sought.ts'
import { useSession, useWords } from '../../app-context.ts'
import { FIGURE_GROUPS, HELP_FIGURES, WORKS, type HelpFigure, type HelpFigureId } from './figure-list.ts'

const IDS = Object.keys(HELP_FIGURES) as HelpFigureId[]

/** Each figure of the program: what it means, its formula, and where that comes from. */
export function FigureHelp({ onEquation }: { readonly onEquation: (section: number) => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const found = useFound(text)
  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        label={t('help.search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p role="status" className="meta">
        {found.length > 0 ? t('help.count', { count: found.length }) : t('help.none', { text })}{' '}
        {found.length < IDS.length && (
          <Button size="compact-xs" variant="default" onClick={() => setText('')}>
            {t('help.showAll')}
          </Button>
        )}
      </p>
      {FIGURE_GROUPS.map((group) => {
        const ids = found.filter((id) => HELP_FIGURES[id].group === group)
        if (ids.length === 0) return null
        return (
          <div key={group} role="group" aria-labelledby={`help-${group}`}>
            <h3 id={`help-${group}`}>{t(`help.groups.${group}`)}</h3>
            <dl className="help-figures">
              {ids.map((id) => (
                <Entry key={id} id={id} onEquation={onEquation} />
              ))}
            </dl>
          </div>
        )
      })}
      <p className="meta">{t('help.symbols')}</p>
    </>
  )
}

/** Figures whose name, meaning or formula holds all words of the text, in either language. */
function useFound(text: string): readonly HelpFigureId[] {
  const { t } = useWords()
  const all = useMemo(
    () =>
      IDS.map((id) => {
        const words = (['en', 'zh'] as const).map(
          (lng) => `${t(`help.figures.${id}.name`, { lng })} ${t(`help.figures.${id}.means`, { lng })}`,
        )
        return { id, search: asSought(`${words.join(' ')} ${HELP_FIGURES[id].formula}`) }
      }),
    [t],
  )
  const wanted = asSought(text).split(/\s+/).filter(Boolean)
  return all.filter(({ search }) => wanted.every((word) => search.includes(word))).map(({ id }) => id)
}

interface EntryProps {
  readonly id: HelpFigureId
  readonly onEquation: (section: number) => void
}

function Entry({ id, onEquation }: EntryProps) {
  const { t } = useWords()
  const { formula, section, works = [] }: HelpFigure = HELP_FIGURES[id]
  const isWanted = useSession((state) => state.helpFor === id)
  const term = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isWanted) return
    term.current?.scrollIntoView({ block: 'center' })
    term.current?.focus({ preventScroll: true })
  }, [isWanted])
  return (
    <div className={isWanted ? 'help-figure wanted' : 'help-figure'}>
      <dt ref={term} tabIndex={-1}>
        {t(`help.figures.${id}.name`)}
      </dt>
      <dd>{t(`help.figures.${id}.means`)}</dd>
      <dd>
        <span className="help-label">{t('help.formula')}</span> <code>{formula}</code>
      </dd>
      <dd className="help-source">
        <span className="help-label">{t('help.source')}</span>{' '}
        {works.length > 0 ? works.map((work) => WORKS[work]).join('; ') : t('help.ours')} ·{' '}
        <button type="button" className="link-button" onClick={() => onEquation(section)}>
          {t('help.equation', { section })}
        </button>
      </dd>
    </div>
  )
}
