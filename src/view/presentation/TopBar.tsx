import { Button } from '@mantine/core'
import {
  CircleHelp,
  Command,
  Download,
  Moon,
  Play,
  Redo2,
  Search,
  Share2,
  Sun,
  Undo2,
  Upload,
  type LucideIcon,
} from 'lucide-react'
import type { RefObject } from 'react'
import { redo, undo } from '../../state/document.ts'
import { useApp, useDocument, useSession, useWords } from '../app-context.ts'
import { focusMap } from '../focus-map.ts'
import { ChainMenu } from './ChainMenu.tsx'
import { IconButton } from './IconButton.tsx'
import { ScenarioMenu } from './ScenarioMenu.tsx'
import { SearchBox } from './SearchBox.tsx'
import { useStepName } from './step-name.ts'

export interface TopBarProps {
  readonly searchRef: RefObject<HTMLInputElement | null>
}

export function TopBar({ searchRef }: TopBarProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const theme = useSession((state) => state.theme)
  return (
    <header className="top">
      <button type="button" className="skip" onClick={focusMap}>
        {t('app.toMap')}
      </button>
      <h1 className="brand">
        <img src="./icon.svg" alt="" width={24} height={24} />
        <b>{t('app.name')}</b>
        <span>{t('app.tagline')}</span>
      </h1>
      <ChainMenu />
      <ScenarioMenu />
      <div className="spacer" />
      <SearchBox searchRef={searchRef} />
      <IconButton
        label={t('app.search')}
        sign={Search}
        className="phone-only"
        onClick={() => searchRef.current?.focus()}
      />
      <IconButton
        label={`${t('app.palette')} · Ctrl K`}
        sign={Command}
        onClick={() => stores.session.setState({ dialog: 'palette' })}
      />
      <div className="spacer wide-only" />
      <History />
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        title={t('app.languageLabel')}
        lang={language === 'zh' ? 'en' : 'zh'}
        onClick={() => stores.session.setState({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {t('app.language')}
      </Button>
      <IconButton
        label={t(theme === 'dark' ? 'app.light' : 'app.dark')}
        sign={theme === 'dark' ? Sun : Moon}
        onClick={() => stores.session.setState({ theme: theme === 'dark' ? 'light' : 'dark' })}
      />
      <IconButton
        label={t('app.help')}
        sign={CircleHelp}
        className="wide-only"
        onClick={() => stores.session.setState({ dialog: 'help' })}
      />
      <HandOver />
    </header>
  )
}

/** What brings tables in and takes the chain to other people: a link, files, the story in front of a room. */
function HandOver() {
  const { t } = useWords()
  const { session } = useApp().stores
  return (
    <div className="hand-over">
      <Opens
        sheet="bring"
        title={t('app.bringIn')}
        name={t('app.bringInShort')}
        word={t('app.bringInShort')}
        sign={Upload}
      />
      <Opens sheet="share" title={t('app.share')} name={t('app.share')} word={t('app.shareShort')} sign={Share2} />
      <Opens
        sheet="handout"
        title={t('app.handOn')}
        name={t('app.handOnShort')}
        word={t('app.handOnShort')}
        sign={Download}
      />
      <Button
        size="compact-md"
        leftSection={<Play size={15} aria-hidden />}
        onClick={() => session.setState({ dialog: 'present' })}
      >
        <span className="present-word">{t('app.present')}</span>
        <span className="key" aria-hidden="true" data-key="P" />
      </Button>
    </div>
  )
}

interface OpensProps {
  readonly sheet: 'bring' | 'share' | 'handout'
  readonly title: string
  readonly name: string
  /** Stands beside the sign where there is room. */
  readonly word: string
  readonly sign: LucideIcon
}

function Opens({ sheet, title, name, word, sign: Sign }: OpensProps) {
  const { session } = useApp().stores
  return (
    <Button
      className="wide-only"
      variant="subtle"
      color="gray"
      size="compact-sm"
      title={title}
      aria-label={name}
      leftSection={<Sign size={16} aria-hidden />}
      onClick={() => session.setState({ table: sheet })}
    >
      <span className="word">{word}</span>
    </Button>
  )
}

function History() {
  const { t } = useWords()
  const { stores } = useApp()
  const past = useDocument((state) => state.past)
  const future = useDocument((state) => state.future)
  const nameOf = useStepName()
  const undoLabel = past.length > 0 ? t('app.undoStep', { step: nameOf(past.at(-1)) }) : t('app.undo')
  const redoLabel = future.length > 0 ? t('app.redoStep', { step: nameOf(future[0]) }) : t('app.redo')
  return (
    <>
      <IconButton label={undoLabel} sign={Undo2} disabled={past.length === 0} onClick={() => undo(stores.document)} />
      <IconButton label={redoLabel} sign={Redo2} disabled={future.length === 0} onClick={() => redo(stores.document)} />
    </>
  )
}
