import { Button, NativeSelect, TextInput, Tooltip } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { lazy, memo, Suspense, useMemo, useRef, useState } from 'react'
import './panels.css'
import { loadWords } from '../../i18n/areas.ts'
import type { BlockOrder } from '../../state/session.ts'
import { useApp, useComputed, useSession, useWords } from '../app-context.ts'
import { useBlockForms } from '../open-form.ts'
import { useShownDayLater, type ShownDay } from '../shown-day.ts'
import { filterLines, listEntries, ranksOf, useBlockLines, type BlockLine, type ListEntry } from './block-lines.ts'
import { BlockRow } from './BlockRow.tsx'
import { PairRow } from './PairRow.tsx'

// The box of dialogs is as large as the list; it comes when a day is asked for.
const ClearDialog = lazy(async () => {
  await loadWords('form')
  return { default: (await import('./ClearDialog.tsx')).ClearDialog }
})

/** Lists up to this length are drawn whole; a filter field stands over longer ones. */
const SHORT_LIST = 8

/** Height of a usual row in pixels, measured again once it is drawn. */
const ROW_HEIGHT = 53

/** What to clear first: the blocks of the shown scenario in order, each with what it holds and one button. */
export function BlocksPanel() {
  const { t } = useWords()
  const shown = useShownDayLater()
  const lines = useBlockLines(shown)
  const [text, setText] = useState('')
  const [clearing, setClearing] = useState<BlockLine | null>(null)
  const found = useMemo(
    () => filterLines(lines, text, ({ block }) => t(`words.cause.${block.cause}`)),
    [lines, text, t],
  )
  const pairs = useComputed((state) => state.onlyTogether)
  const order = useSession((state) => state.blockOrder)
  const entries = useMemo(() => listEntries(found, pairs, order), [found, pairs, order])
  const hidden = lines.length - found.length
  return (
    <>
      <div className="panel-head">
        <h2>{t('panels.blocks.title')}</h2>
        <OrderChoice />
      </div>
      {lines.length > 0 && <GainState />}
      {lines.length > SHORT_LIST && (
        <TextInput
          className="block-filter"
          size="xs"
          aria-label={t('panels.blocks.filter')}
          placeholder={t('panels.blocks.filter')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" mx={12} onClick={() => setText('')}>
          {t('panels.table.hidden', { count: hidden })}
        </Button>
      )}
      {shown && lines.length === 0 && <p className="panel-empty">{t('panels.blocks.empty')}</p>}
      {lines.length > 0 && found.length === 0 && <p className="panel-empty">{t('panels.table.none', { text })}</p>}
      {shown && <BlockList entries={entries} shown={shown} onClearOn={setClearing} />}
      <Suspense>
        {clearing && shown && (
          <ClearDialog block={clearing.block} name={clearing.name} shown={shown} onClose={() => setClearing(null)} />
        )}
      </Suspense>
    </>
  )
}

function OrderChoice() {
  const { t } = useWords()
  const { stores } = useApp()
  const order = useSession((state) => state.blockOrder)
  return (
    <NativeSelect
      size="xs"
      variant="unstyled"
      className="order-choice"
      aria-label={t('panels.blocks.sortBy')}
      value={order}
      onChange={(event) => stores.session.setState({ blockOrder: event.currentTarget.value as BlockOrder })}
      data={(['gain', 'severity', 'since', 'name'] as const).map((value) => ({
        value,
        label: t(`panels.blocks.order.${value}`),
      }))}
    />
  )
}

interface BlockListProps {
  readonly entries: readonly ListEntry[]
  readonly shown: ShownDay
  readonly onClearOn: (line: BlockLine) => void
}

/** Draws only the rows on screen, so that ten thousand blocks scroll like ten. */
const BlockList = memo(function BlockList({ entries, shown, onClearOn }: BlockListProps) {
  const { t } = useWords()
  const { onEdit } = useBlockForms()
  const order = useSession((state) => state.blockOrder)
  const ranks = useMemo(() => ranksOf(entries, order), [entries, order])
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (at) => entries[at]!.key,
    overscan: 8,
    initialRect: { width: 288, height: 600 },
  })
  const drawn = virtual.getVirtualItems()
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <div ref={scroll} className="block-scroll">
      <ol
        className="block-list"
        aria-label={t('panels.blocks.title')}
        style={{ paddingTop: drawn[0]?.start ?? 0, paddingBottom: after }}
      >
        {drawn.map(({ index: at, key }) => {
          const entry = entries[at]!
          const place = { at, rank: ranks[at]!, count: entries.length, shown, measure: virtual.measureElement }
          return entry.kind === 'pair' ? (
            <PairRow key={key} {...place} lines={entry.lines} gain={entry.gain} />
          ) : (
            <BlockRow key={key} {...place} line={entry.line} onEdit={onEdit} onClearOn={onClearOn} />
          )
        })}
      </ol>
    </div>
  )
})

/** How far the gains are, or in what they are counted. */
function GainState() {
  const { t } = useWords()
  const gains = useComputed((state) => state.gains)
  if (gains.kind === 'failed')
    return (
      <div role="alert" className="gain-state">
        {t('panels.blocks.gainFailed', { message: gains.message })}
      </div>
    )
  return (
    <Tooltip label={t('panels.blocks.gainHelp')} multiline w={300} events={{ hover: true, focus: true, touch: true }}>
      <div className="gain-state" tabIndex={0} role="note">
        {gains.kind === 'running'
          ? t('panels.blocks.gainRunning', { done: gains.done, total: gains.total })
          : t('panels.blocks.gainUnit')}
      </div>
    </Tooltip>
  )
}
