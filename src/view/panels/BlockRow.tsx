import { ActionIcon, Button, Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { memo, useState } from 'react'
import { changesIn } from '../../analysis/planners/changes.ts'
import type { BlockGain } from '../../analysis/planners/gains.ts'
import { decimal, shortDate, signedFully } from '../../i18n/format.ts'
import { removeBlock } from '../../state/actions/remove-block.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useApp, useDocument, useSession, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import { rowName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'
import type { BlockLine } from './block-lines.ts'
import { BlockAge, CauseBadge, SeverityBars } from './BlockSigns.tsx'

/** Where a row stands in the list. */
export interface RowPlace {
  /** Place in the order, 0 = first. */
  readonly at: number
  /** Number that is shown, 1 = first; rows that win the same share it. */
  readonly rank: number
  readonly count: number
  readonly shown: ShownDay
  /** Called with the row's element, whose height is then known to the list. */
  readonly measure: (row: HTMLElement | null) => void
}

export interface BlockRowProps extends RowPlace {
  readonly line: BlockLine
  readonly onEdit: (blockId: string) => void
  readonly onClearOn: (line: BlockLine) => void
}

/** Gains below this many days of leading output are shown as none. */
const NO_GAIN = 5e-3

/** One block of the list; the first one that wins something is a card with a sentence. The list measures its rows, which changes none. */
export const BlockRow = memo(function BlockRow(props: BlockRowProps) {
  const { line, at, rank, count, shown, measure } = props
  const actions = useBlockActions()
  const [isOpen, setIsOpen] = useState(false)
  const { block, name, cleared, gain } = line
  const isSelected = useSession(({ selection }) => selection?.kind === 'block' && selection.id === block.id)
  const isFirst = at === 0 && cleared === null && gain !== null && gain.gain >= NO_GAIN
  return (
    <li
      ref={measure}
      data-index={at}
      className={`block-row${isFirst ? ' first' : ''}${cleared === null ? '' : ' cleared'}`}
      data-selected={isSelected}
      aria-posinset={at + 1}
      aria-setsize={count}
      onContextMenu={(event) => {
        event.preventDefault()
        setIsOpen(true)
      }}
    >
      <span className="rank" aria-hidden="true">
        {rank}
      </span>
      <CauseBadge cause={block.cause} />
      <button
        type="button"
        className="name"
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => actions.select(block.id)}
        title={name}
      >
        {name}
      </button>
      <GainFigure gain={gain} />
      {isFirst && <FirstSentence gain={gain} shown={shown} />}
      <div className="under">
        <SeverityBars severity={line.timed.severity} />
        {cleared === null ? <BlockAge timed={line.timed} shown={shown} /> : <ClearedDay line={line} />}
        <span className="holder" title={line.holder}>
          {line.holder}
        </span>
        <RowActions {...props} isFirst={isFirst} isOpen={isOpen} onOpen={setIsOpen} />
      </div>
    </li>
  )
})

function ClearedDay({ line: { cleared } }: { readonly line: BlockLine }) {
  const { t, language } = useWords()
  return <span className="cleared-day">{t('panels.blocks.cleared', { date: shortDate(cleared!, language) })}</span>
}

interface RowActionsProps extends BlockRowProps {
  readonly isFirst: boolean
  /** Whether the menu of the row is open. */
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

function RowActions({ line, shown, onEdit, onClearOn, isFirst, isOpen, onOpen }: RowActionsProps) {
  const { t, language } = useWords()
  const actions = useBlockActions()
  const { block, name, cleared } = line
  const date = shortDate(dateOfDay(shown.outcome.scenario, shown.day), language)
  return (
    <span className="row-actions">
      {cleared === null ? (
        <Button
          size={isFirst ? 'compact-sm' : 'compact-xs'}
          variant={isFirst ? 'filled' : 'default'}
          aria-label={`${t('panels.blocks.clear')} ${name}`}
          title={t('panels.blocks.clearNow', { date })}
          onClick={() => actions.clearNow(block.id)}
        >
          {t('panels.blocks.clear')}
        </Button>
      ) : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${t('panels.blocks.takeBack')} ${name}`}
          onClick={() => actions.takeBack(block.id)}
        >
          {t('panels.blocks.takeBack')}
        </Button>
      )}
      <MoreActions line={line} date={date} onEdit={onEdit} onClearOn={onClearOn} isOpen={isOpen} onOpen={onOpen} />
    </span>
  )
}

interface MoreActionsProps extends Pick<RowActionsProps, 'line' | 'onEdit' | 'onClearOn' | 'isOpen' | 'onOpen'> {
  /** The shown day, in words. */
  readonly date: string
}

/** The menu of a row; a closed one is only its button, because a list of rows is drawn anew each day. */
function MoreActions({ line, date, onEdit, onClearOn, isOpen, onOpen }: MoreActionsProps) {
  const { block, name } = line
  const { t } = useWords()
  const { stores } = useApp()
  const actions = useBlockActions()
  const button = (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={t('panels.blocks.moreActions', { name })}
      aria-haspopup="menu"
      onClick={() => onOpen(!isOpen)}
    >
      <Ellipsis size={16} aria-hidden />
    </ActionIcon>
  )
  if (!isOpen) return button
  return (
    <Menu position="bottom-end" opened onClose={() => onOpen(false)}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => actions.clearNow(block.id)}>{t('panels.blocks.clearNow', { date })}</Menu.Item>
        <Menu.Item onClick={() => onClearOn(line)}>{t('panels.blocks.clearOn')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onEdit(block.id)}>{t('panels.blocks.edit')}</Menu.Item>
        <Menu.Item onClick={() => removeBlock(stores, block.id)}>{t('panels.blocks.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function GainFigure({ gain }: { readonly gain: BlockGain | null }) {
  const { t, language } = useWords()
  if (!gain) return <span />
  const isNone = Math.abs(gain.gain) < NO_GAIN
  return (
    <span
      className={isNone ? 'gain none' : 'gain'}
      title={t(isNone ? 'panels.blocks.noGain' : 'panels.blocks.gainHelp')}
    >
      {isNone ? '0' : signedFully(gain.gain, gain.gain < 10 ? 2 : 1, language)}
    </span>
  )
}

/** What the first of the list is worth, and whom it hurts. */
function FirstSentence({ gain, shown }: { readonly gain: BlockGain; readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const { scenario, played } = shown.outcome
  const first =
    gain.firstFelt >= 0
      ? t('panels.blocks.firstFelt', { date: shortDate(dateOfDay(scenario, gain.firstFelt), language) })
      : t('panels.blocks.neverFelt')
  const losers = changesIn(gain.losers, 3).map(({ row }) => rowName(chain, played.index, row, language))
  return (
    <p className="sentence">
      {t('panels.blocks.firstSentence', {
        count: gain.winners.rows.length,
        gain: decimal(gain.gain, 2, language),
        first,
      })}
      {losers.length > 0 &&
        `${t('words.gap')}${t('panels.blocks.losers', { names: losers.join(language === 'zh' ? '、' : ', ') })}`}
    </p>
  )
}
