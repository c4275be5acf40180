import type { Explanation, Root } from '../../analysis/explain.ts'
import { decimal, shortDate } from '../../i18n/format.ts'
import { blockById, dateOfDay } from '../../state/selectors.ts'
import { useApp, useDocument, useWords } from '../app-context.ts'
import { blockName, rowName } from '../names.ts'
import type { ShownDay } from '../shown-day.ts'

export interface WhySentenceProps {
  readonly shown: ShownDay
  readonly explanation: Explanation
}

/** Why an enterprise stands where it stands; every name in it can be clicked. */
export function WhySentence({ shown, explanation }: WhySentenceProps) {
  const { t, language } = useWords()
  const { played } = shown.outcome
  const { why, group, since, daysLost, row } = explanation
  const lost = decimal(daysLost, 1, language)
  if (why === 'running') {
    const left = shown.view.daysLeft[row]!
    return <p>{left >= 0 ? t('panels.card.whyRunningFalls', { days: left }) : t('panels.card.whyRunning')}</p>
  }
  const first =
    why === 'input'
      ? t('panels.card.whyInput', { product: played.index.groupProducts[group]! })
      : t(why === 'demand' ? 'panels.card.whyDemand' : 'panels.card.whyCapacity')
  return (
    <>
      <p>
        {since >= 0
          ? t('panels.card.since', { date: shortDate(dateOfDay(shown.outcome.scenario, since), language), days: lost })
          : t('panels.card.sinceBefore', { days: lost })}
      </p>
      <p>
        {first}
        {explanation.harmlessToday && ` ${t('panels.card.harmless')}`}
      </p>
      <ul aria-label={t('panels.card.heldBy')}>
        {explanation.roots.slice(0, 6).map((root, at) => (
          <li key={at}>
            <RootLine shown={shown} root={root} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The way back from the enterprise to one root: ← supplier ← supplier ← block. */
function RootLine({ shown, root }: { readonly shown: ShownDay; readonly root: Root }) {
  const { t, language } = useWords()
  const chain = useDocument((state) => state.chain)
  const { index, timeline, causes } = shown.outcome.played
  const names = (rows: readonly number[]) =>
    rows.map((row) => rowName(chain, index, row, language)).join(language === 'zh' ? '、' : ', ')
  return (
    <span>
      {root.steps.map((step, at) => (
        <span key={at}>
          {step.kind === 'supplier' ? '← ' : '→ '}
          <EnterpriseLink shown={shown} row={step.row} />{' '}
          {step.kind === 'supplier' && (
            <small style={{ color: 'var(--ink-3)' }}>{index.groupProducts[index.linkGroup[step.link]!]}</small>
          )}{' '}
        </span>
      ))}
      {root.kind === 'block' && (
        <>
          <BlockLink id={timeline.blocks[root.block]!.id} />{' '}
          <span className="tag warm">{t(`words.cause.${causes[root.block]!}`)}</span>
          {root.hops > 0 && (
            <small style={{ color: 'var(--ink-3)' }}> {t('panels.card.hops', { count: root.hops })}</small>
          )}
        </>
      )}
      {root.kind === 'loop' && t('panels.card.loop', { names: names(root.members) })}
      {root.kind === 'onTheWay' && t('panels.card.whyOnTheWay')}
    </span>
  )
}

export function EnterpriseLink({ shown, row }: { readonly shown: ShownDay; readonly row: number }) {
  const { language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const { index } = shown.outcome.played
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => stores.session.setState({ selection: { kind: 'enterprise', id: index.enterpriseIds[row]! } })}
    >
      {rowName(chain, index, row, language)}
    </button>
  )
}

export function BlockLink({ id }: { readonly id: string }) {
  const { language } = useWords()
  const { stores } = useApp()
  const chain = useDocument((state) => state.chain)
  const block = blockById(chain, id)
  return (
    <button
      type="button"
      className="link-button"
      style={{ color: 'var(--warm)' }}
      onClick={() => stores.session.setState({ selection: { kind: 'block', id } })}
    >
      {block ? blockName(chain, block, language) : id}
    </button>
  )
}
