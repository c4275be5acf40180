import { ActionIcon, Button, Menu, Select, Tooltip } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { BlockGain } from '../../analysis/planners/gains.ts'
import { severityOn } from '../../engine/forces.ts'
import { BLOCK_CAUSES } from '../../model/block-causes.ts'
import type { Block } from '../../model/chain.ts'
import { decimal, percent, shortDate, signed } from '../../i18n/format.ts'
import { removeBlock } from '../../state/actions/remove-block.ts'
import { blockById, clearedOn, dateOfDay } from '../../state/selectors.ts'
import type { BlockOrder } from '../../state/session.ts'
import type { TimelineBlock } from '../../engine/timeline.ts'
import { useApp, useComputed, useDocument, useSession, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import { severityStep, severityWord } from '../canvas/severity.ts'
import { blockName, rowName } from '../names.ts'
import { useShownDay, type ShownDay } from '../shown-day.ts'
import { ClearDialog } from './ClearDialog.tsx'

/** One line of the list: the block of the file, of the run, and its gain. */
export interface BlockLine {
  readonly block: Block
  readonly timed: TimelineBlock
  readonly position: number
  readonly gain: BlockGain | null
  readonly cleared: string | null
  /** Severity on the shown day, 0..1. */
  readonly severity: number
  readonly name: string
}

const NO_GAINS: readonly BlockGain[] = []

/** Blocks of the shown scenario, in the order asked for. */
export function useBlockLines(shown: ShownDay | null): readonly BlockLine[] {
  const { language } = useWords()
  const chain = useDocument((state) => state.chain)
  const gains = useComputed((state) =>
    state.gains.kind === 'done' ? state.gains.gains : state.gains.kind === 'running' ? state.gains.older : NO_GAINS,
  )
  const order = useSession((state) => state.blockOrder)
  return useMemo(() => {
    if (!shown) return []
    const { played, scenario } = shown.outcome
    const gainOf = new Map(gains.map((gain) => [gain.block, gain]))
    const lines = played.timeline.blocks.flatMap((timed, position): BlockLine[] => {
      const block = blockById(chain, timed.id)
      if (!block) return []
      const [gain, cleared, severity] = [
        gainOf.get(position) ?? null,
        clearedOn(scenario, block.id),
        severityOn(timed, shown.day),
      ]
      return [{ block, timed, position, gain, cleared, severity, name: blockName(chain, block, language) }]
    })
    return lines.toSorted((a, b) => Number(a.cleared !== null) - Number(b.cleared !== null) || compare(order, a, b))
  }, [shown, chain, gains, order, language])
}

function compare(order: BlockOrder, a: BlockLine, b: BlockLine): number {
  const byName = a.name < b.name ? -1 : a.name > b.name ? 1 : 0
  switch (order) {
    case 'gain':
      return (b.gain?.gain ?? -1) - (a.gain?.gain ?? -1) || b.timed.severity - a.timed.severity || byName
    case 'severity':
      return b.timed.severity - a.timed.severity || byName
    case 'since':
      return a.timed.since === b.timed.since ? byName : a.timed.since - b.timed.since
    case 'name':
      return byName
  }
}

export function BlocksPanel({ onEdit }: { readonly onEdit: (blockId: string) => void }) {
  const { t } = useWords()
  const { stores } = useApp()
  const shown = useShownDay()
  const lines = useBlockLines(shown)
  const order = useSession((state) => state.blockOrder)
  const [clearing, setClearing] = useState<BlockLine | null>(null)
  return (
    <>
      <div className="panel-head">
        <h2>{t('panels.blocks.title')}</h2>
        <Select
          size="xs"
          w={96}
          variant="unstyled"
          aria-label={t('panels.blocks.sortBy')}
          value={order}
          allowDeselect={false}
          onChange={(value) => value && stores.session.setState({ blockOrder: value })}
          data={(['gain', 'severity', 'since', 'name'] as const).map((value) => ({
            value,
            label: t(`panels.blocks.order.${value}`),
          }))}
        />
      </div>
      <GainState />
      <ol className="block-list" aria-label={t('panels.blocks.title')} tabIndex={0}>
        {shown && lines.length === 0 && (
          <li style={{ listStyle: 'none', color: 'var(--ink-2)' }}>{t('panels.blocks.empty')}</li>
        )}
        {shown &&
          lines.map((line, at) => (
            <BlockRow
              key={line.block.id}
              line={line}
              at={at}
              shown={shown}
              onEdit={onEdit}
              onClearOn={() => setClearing(line)}
            />
          ))}
      </ol>
      {clearing && shown && (
        <ClearDialog block={clearing.block} name={clearing.name} shown={shown} onClose={() => setClearing(null)} />
      )}
    </>
  )
}

function GainState() {
  const { t } = useWords()
  const gains = useComputed((state) => state.gains)
  if (gains.kind === 'failed')
    return (
      <div role="alert" style={{ padding: '0 16px' }}>
        {t('panels.blocks.gainFailed', { message: gains.message })}
      </div>
    )
  return (
    <Tooltip label={t('panels.blocks.gainHelp')} multiline w={300} events={{ hover: true, focus: true, touch: true }}>
      <div style={{ padding: '0 16px 4px', color: 'var(--ink-3)', fontSize: 11.5 }} tabIndex={0}>
        {gains.kind === 'running'
          ? t('panels.blocks.gainRunning', { done: gains.done, total: gains.total })
          : t('panels.blocks.gainUnit')}
      </div>
    </Tooltip>
  )
}

interface BlockRowProps {
  readonly line: BlockLine
  readonly at: number
  readonly shown: ShownDay
  readonly onEdit: (blockId: string) => void
  readonly onClearOn: () => void
}

function BlockRow({ line, at, shown, onEdit, onClearOn }: BlockRowProps) {
  const { t, language } = useWords()
  const { stores } = useApp()
  const actions = useBlockActions()
  const selection = useSession((state) => state.selection)
  const { block, name, cleared, gain } = line
  const isFirst = at === 0 && cleared === null && gain !== null && gain.gain > 0
  const date = shortDate(dateOfDay(shown.outcome.scenario, shown.day), language)
  return (
    <li
      className={isFirst ? 'block-row first' : 'block-row'}
      data-selected={selection?.kind === 'block' && selection.id === block.id}
    >
      <span className="rank">{at + 1}</span>
      <CauseBadge line={line} />
      <button type="button" className="name" onClick={() => actions.select(block.id)} title={name}>
        {name}
      </button>
      <GainFigure gain={gain} />
      {isFirst && <FirstSentence gain={gain} shown={shown} />}
      <div className="under" title={block.owner}>
        <SeverityBars severity={line.timed.severity} />
        <Since line={line} shown={shown} />
        {cleared === null ? (
          <Button
            size="compact-xs"
            variant={isFirst ? 'filled' : 'default'}
            aria-label={`${t('panels.blocks.clear')} ${name}`}
            title={t('panels.blocks.clearNow', { date })}
            onClick={() => actions.clearNow(block.id)}
          >
            {t('panels.blocks.clear')}
          </Button>
        ) : (
          <>
            <span style={{ color: 'var(--accent)' }}>
              {t('panels.blocks.cleared', { date: shortDate(cleared, language) })}
            </span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t('panels.blocks.takeBack')} ${name}`}
              onClick={() => actions.takeBack(block.id)}
            >
              {t('panels.blocks.takeBack')}
            </Button>
          </>
        )}
        <Menu>
          <Menu.Target>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('panels.blocks.moreActions', { name })}>
              ⋯
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => actions.clearNow(block.id)}>{t('panels.blocks.clearNow', { date })}</Menu.Item>
            <Menu.Item onClick={onClearOn}>{t('panels.blocks.clearOn')}</Menu.Item>
            <Menu.Item onClick={() => onEdit(block.id)}>{t('panels.blocks.edit')}</Menu.Item>
            <Menu.Item color="red" onClick={() => removeBlock(stores, block.id)}>
              {t('panels.blocks.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  )
}

function CauseBadge({ line: { block } }: { readonly line: BlockLine }) {
  const { t, language } = useWords()
  const { badgeZh, badgeEn } = BLOCK_CAUSES[block.cause]
  return (
    <span className="badge" title={t(`words.cause.${block.cause}`)}>
      <span aria-hidden="true">{language === 'zh' ? badgeZh : badgeEn}</span>
      <span className="hidden-visually">{t(`words.cause.${block.cause}`)}</span>
    </span>
  )
}

function GainFigure({ gain }: { readonly gain: BlockGain | null }) {
  const { t, language } = useWords()
  if (!gain) return <span />
  const isNone = Math.abs(gain.gain) < 5e-3
  return (
    <span
      className={isNone ? 'gain none' : 'gain'}
      title={t(isNone ? 'panels.blocks.noGain' : 'panels.blocks.gainHelp')}
    >
      {isNone ? '0' : signed(gain.gain, gain.gain < 10 ? 2 : 1, language)}
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
  const losers = gain.losers.slice(0, 3).map(({ row }) => rowName(chain, played.index, row, language))
  return (
    <p className="sentence">
      {t('panels.blocks.firstSentence', { gain: decimal(gain.gain, 2, language), first })}
      {losers.length > 0 && ` ${t('panels.blocks.losers', { names: losers.join(language === 'zh' ? '、' : ', ') })}`}
    </p>
  )
}

export function SeverityBars({ severity }: { readonly severity: number }) {
  const { t, language } = useWords()
  const label = t('panels.blocks.severity', {
    percent: percent(severity, language),
    step: t(`words.severityStep.${severityWord(severity)}`),
  })
  return (
    <span className="bars" role="img" aria-label={label} title={label}>
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} className={bar <= severityStep(severity) ? 'on' : ''} />
      ))}
    </span>
  )
}

function Since({ line: { timed }, shown }: { readonly line: BlockLine; readonly shown: ShownDay }) {
  const { t, language } = useWords()
  const date = (day: number) => shortDate(dateOfDay(shown.outcome.scenario, day), language)
  if (timed.since === -Infinity) return <span>{t('panels.blocks.alwaysOpen')}</span>
  if (timed.since > shown.day) return <span>{t('panels.blocks.notYet', { date: date(timed.since) })}</span>
  if (severityOn(timed, shown.day) === 0) return <span>{t('panels.blocks.over', { date: date(timed.until) })}</span>
  return <span>{t('panels.blocks.daysOpen', { days: shown.day - timed.since + 1 })}</span>
}
