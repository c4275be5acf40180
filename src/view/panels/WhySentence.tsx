import { Button } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { Explanation, Root, Step } from '../../analysis/explain.ts'
import { severityOn } from '../../engine/forces.ts'
import { decimal, percent, shortDate } from '../../i18n/format.ts'
import { dateOfDay } from '../../state/selectors.ts'
import { useWords } from '../app-context.ts'
import { localPart } from '../../model/local-part.ts'
import type { ShownDay } from '../shown-day.ts'
import { BlockAge, CauseBadge } from './BlockSigns.tsx'
import { BlockLink, EnterpriseLink } from './ThingLink.tsx'

export interface WhySentenceProps {
  readonly shown: ShownDay
  readonly explanation: Explanation
}

/** Ways to roots that are written out before the rest is folded. */
const ROOTS_SHOWN = 4

/** Why an enterprise stands where it stands; every name in it can be clicked. */
export function WhySentence({ shown, explanation }: WhySentenceProps) {
  const { t, language } = useWords()
  const [isWhole, setIsWhole] = useState(false)
  const { why, group, row, roots, harmlessToday } = explanation
  if (why === 'running') {
    const left = shown.view.daysLeft[row]!
    return <p>{left >= 0 ? t('panels.card.whyRunningFalls', { count: left }) : t('panels.card.whyRunning')}</p>
  }
  const first =
    why === 'input'
      ? t('panels.card.whyInput', { product: localPart(shown.outcome.played.index.groupProducts[group]!, language) })
      : t(why === 'demand' ? 'panels.card.whyDemand' : 'panels.card.whyCapacity')
  const hidden = isWhole ? 0 : roots.length - ROOTS_SHOWN
  return (
    <>
      <p>
        {first}
        {harmlessToday && ` ${t('panels.card.harmless')}`}
      </p>
      <ul aria-label={t('panels.card.heldBy')}>
        {roots.slice(0, isWhole ? undefined : ROOTS_SHOWN).map((root, at) => (
          <li key={at} className={root.kind === 'block' ? 'root block' : 'root'}>
            <RootLine shown={shown} root={root} from={explanation.day} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setIsWhole(true)}>
          {t('panels.card.moreRoots', { count: hidden })}
        </Button>
      )}
    </>
  )
}

/** Since when it is below full, and what that cost so far; nothing for one that runs. */
export function SinceWhen({ shown, explanation: { why, since, daysLost } }: WhySentenceProps) {
  const { t, language } = useWords()
  if (why === 'running') return null
  const days = decimal(daysLost, 1, language)
  return (
    <p className="since" title={t('panels.card.definition.daysLost')}>
      {since >= 0
        ? t('panels.card.since', { date: shortDate(dateOfDay(shown.outcome.scenario, since), language), days })
        : t('panels.card.sinceBefore', { days })}
    </p>
  )
}

/** The way back from the enterprise to one root: ← supplier ← supplier ← block. */
function RootLine({ shown, root, from }: { readonly shown: ShownDay; readonly root: Root; readonly from: number }) {
  const { t, language } = useWords()
  return (
    <>
      {root.steps.map((step, at) => (
        <StepLine key={at} shown={shown} step={step} before={root.steps[at - 1]?.day ?? from} />
      ))}
      {root.kind === 'block' && <BlockEnd shown={shown} root={root} />}
      {root.kind === 'loop' && (
        <>
          {t('panels.card.loopStart')}{' '}
          {root.members.map((member, at) => (
            <Fragment key={member}>
              {at > 0 && (language === 'zh' ? '、' : ', ')}
              <EnterpriseLink shown={shown} row={member} />
            </Fragment>
          ))}{' '}
          {t('panels.card.loopEnd')}
        </>
      )}
      {root.kind === 'onTheWay' && t('panels.card.whyOnTheWay')}
      {(root.kind === 'market' || root.kind === 'rationed') && (
        <>
          <EnterpriseLink shown={shown} row={root.row} />{' '}
          {t(root.kind === 'market' ? 'panels.card.whyMarket' : 'panels.card.whyRationed')}
        </>
      )}
    </>
  )
}

/** One enterprise on the way, what it failed to send or to order, and the day where that was another one. */
function StepLine({ shown, step, before }: { readonly shown: ShownDay; readonly step: Step; readonly before: number }) {
  const { language } = useWords()
  const { index } = shown.outcome.played
  const product = localPart(index.groupProducts[index.linkGroup[step.link]!]!, language)
  const date = step.day === before ? '' : shortDate(dateOfDay(shown.outcome.scenario, step.day), language)
  return (
    <span>
      {step.kind === 'supplier' ? '← ' : '→ '}
      <EnterpriseLink shown={shown} row={step.row} />{' '}
      <span className="product">{[product, date].filter(Boolean).join(language === 'zh' ? '，' : ', ')}</span>{' '}
    </span>
  )
}

function BlockEnd({ shown, root }: { readonly shown: ShownDay; readonly root: Root & { kind: 'block' } }) {
  const { t, language } = useWords()
  const { timeline, causes } = shown.outcome.played
  const timed = timeline.blocks[root.block]!
  const cause = causes[root.block]!
  const severity = severityOn(timed, shown.day)
  return (
    <span className="root-end">
      <CauseBadge cause={cause} />{' '}
      <BlockLink id={timed.id}>{timed.kind === 'capacity' ? t(`words.cause.${cause}`) : undefined}</BlockLink>{' '}
      <small>
        {severity > 0 && `${percent(severity, language)} · `}
        <BlockAge timed={timed} shown={shown} />
        {root.hops > 0 && ` · ${t('panels.card.hops', { count: root.hops })}`}
      </small>
    </span>
  )
}
