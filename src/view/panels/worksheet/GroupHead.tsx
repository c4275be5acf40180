import type { BlockSlack } from '../../../analysis/worksheet/slack.ts'
import { isDone, type WorkView } from '../../../analysis/worksheet/work-rows.ts'
import { useWords } from '../../app-context.ts'
import type { NamedGroup } from './use-work.ts'

interface GroupHeadProps {
  readonly group: NamedGroup
  readonly view: WorkView
  readonly slacks: ReadonlyMap<string, BlockSlack>
  readonly isFolded: boolean
  readonly onFold: () => void
  readonly onPrint: () => void
}

/** Who or where, with counts, and the page to print. */
export function GroupHead({ group, view, slacks, isFolded, onFold, onPrint }: GroupHeadProps) {
  const { t } = useWords()
  const name = group.name || t(view === 'owner' ? 'work.nobody.owner' : 'work.nobody.department')
  const critical = group.rows.filter(({ block, state }) => !isDone(state) && slacks.get(block.id)?.slack === 0).length
  return (
    <tr className="work-group">
      <th colSpan={8} scope="rowgroup">
        <div>
          <button type="button" className="work-fold" aria-expanded={!isFolded} onClick={onFold}>
            <span aria-hidden="true">{isFolded ? '▸' : '▾'}</span> {name}
          </button>
          <span>{t('work.counts.blocks', { count: group.rows.length })}</span>
          <span>{t('work.counts.open', { count: group.open })}</span>
          {group.overdue > 0 && <span className="tag warm">{t('work.counts.overdue', { count: group.overdue })}</span>}
          {critical > 0 && <span className="tag warm">{t('work.counts.critical', { count: critical })}</span>}
          {group.cleared > 0 && <span>{t('work.counts.cleared', { count: group.cleared })}</span>}
          <button type="button" className="link-button" aria-label={t('work.print.one', { name })} onClick={onPrint}>
            {t('work.print.button')}
          </button>
        </div>
      </th>
    </tr>
  )
}
