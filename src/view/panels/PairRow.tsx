import { Button } from '@mantine/core'
import { memo } from 'react'
import { decimal, signedFully } from '../../i18n/format.ts'
import { useSession, useWords } from '../app-context.ts'
import { useBlockActions } from '../block-actions.ts'
import type { BlockLine } from './block-lines.ts'
import type { RowPlace } from './BlockRow.tsx'
import { CauseBadge } from './BlockSigns.tsx'

export interface PairRowProps extends RowPlace {
  readonly lines: readonly BlockLine[]
  /** Days of the leading enterprises' full output, when all of them are cleared. */
  readonly gain: number
}

/** Blocks that free nothing alone and something together: one row, one button. */
export const PairRow = memo(function PairRow({ lines, gain, at, rank, count, measure }: PairRowProps) {
  const { t, language } = useWords()
  const actions = useBlockActions()
  const selection = useSession((state) => state.selection)
  const isFirst = at === 0
  const names = lines.map(({ name }) => name).join(' + ')
  return (
    <li
      ref={measure}
      data-index={at}
      className={`block-row pair${isFirst ? ' first' : ''}`}
      aria-posinset={at + 1}
      aria-setsize={count}
    >
      <span className="rank" aria-hidden="true">
        {rank}
      </span>
      <span className="badge pair" title={t('panels.blocks.onlyTogether')}>
        {t('panels.blocks.togetherBadge')}
      </span>
      <span className="pair-names">
        {lines.map(({ block, name }) => (
          <button
            key={block.id}
            type="button"
            className="name"
            title={name}
            aria-current={selection?.id === block.id ? 'true' : undefined}
            onClick={() => actions.select(block.id)}
          >
            <CauseBadge cause={block.cause} /> {name}
          </button>
        ))}
      </span>
      <span className="gain">{signedFully(gain, gain < 10 ? 2 : 1, language)}</span>
      {isFirst && (
        <p className="sentence">{t('panels.blocks.togetherSentence', { gain: decimal(gain, 2, language) })}</p>
      )}
      <div className="under">
        <span className="holder">{!isFirst && t('panels.blocks.onlyTogether')}</span>
        <Button
          size={isFirst ? 'compact-sm' : 'compact-xs'}
          variant={isFirst ? 'filled' : 'default'}
          aria-label={t('panels.blocks.clearTogether', { names })}
          onClick={() => actions.clearBoth(lines.map(({ block }) => block.id))}
        >
          {t('panels.blocks.clearBoth')}
        </Button>
      </div>
    </li>
  )
})
