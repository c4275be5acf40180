import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Routes } from '../../../analysis/routes/routes.ts'
import { decimal } from '../../../i18n/format.ts'
import type { RoutesView } from '../../../state/session.ts'
import { useApp, useSession, useWords } from '../../app-context.ts'
import { enterpriseName, rowName } from '../../names.ts'
import { rowOf } from '../../../analysis/row-of.ts'
import { useShownDay, type ShownDay } from '../../shown-day.ts'
import './following.css'

/** Routes that are listed first, and with each wish for more. */
const LISTED = 40

/** Every route from one enterprise to another: how many, and the first of them; a row lights its route on the map. */
export function RoutesPanel() {
  const shown = useShownDay()
  const routes = useSession((state) => state.routes)
  if (!shown || !routes || routes.to === null) return null
  const key = `${routes.from} ${routes.to} ${routes.order}`
  return <RoutesBetween key={key} shown={shown} view={routes} to={routes.to} />
}

interface RoutesBetweenProps {
  readonly shown: ShownDay
  readonly view: RoutesView
  readonly to: string
}

type Answer =
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly routes: Routes; readonly back: Routes | null }

function RoutesBetween({ shown, view, to }: RoutesBetweenProps) {
  const { t, language } = useWords()
  const { session } = useApp().stores
  const [listed, setListed] = useState(LISTED)
  const answer = useRoutes(shown, view, to, listed)
  const { chain } = shown.outcome
  const [from, end] = [enterpriseName(chain, view.from, language), enterpriseName(chain, to, language)]
  const turn = () => session.setState({ routes: { ...view, from: to, to: view.from, lit: null } })
  return (
    <section className="side-panel routes" aria-label={t('follow.routes.label')}>
      <div className="side-head">
        <h2>{t('follow.routes.label')}</h2>
        <CloseButton
          aria-label={t('follow.routes.end')}
          title={t('follow.routes.end')}
          onClick={() => session.setState({ routes: null })}
        />
      </div>
      <p className="side-note">
        <strong>{from}</strong> → <strong>{end}</strong>
      </p>
      <div className="side-line">
        <SegmentedControl
          size="xs"
          aria-label={t('follow.routes.order')}
          value={view.order}
          onChange={(order) => session.setState({ routes: { ...view, order, lit: null } })}
          data={(['shortest', 'flow'] as const).map((value) => ({ value, label: t(`follow.routes.${value}`) }))}
        />
        <Button size="compact-xs" variant="default" onClick={turn}>
          {t('follow.routes.turn')}
        </Button>
      </div>
      <RouteCount answer={answer} from={from} to={end} />
      {answer.kind === 'done' && (
        <>
          <RouteList shown={shown} view={view} routes={answer.routes} />
          {answer.routes.routes.length === listed && (
            <Button size="compact-xs" variant="subtle" mx={16} mb={8} onClick={() => setListed(listed + LISTED)}>
              {t('follow.routes.more')}
            </Button>
          )}
          <p className="side-note">{t('follow.routes.help')}</p>
        </>
      )}
    </section>
  )
}

/** Asks for the routes in the worker of the planners, and where there are none for those of the other direction. */
function useRoutes(shown: ShownDay, { from, order }: RoutesView, to: string, listed: number): Answer {
  const { planner } = useApp()
  const { index } = shown.outcome.played
  const [answer, setAnswer] = useState<Answer>({ kind: 'working' })
  useEffect(() => {
    const ends = { from: rowOf(index, from), to: rowOf(index, to) }
    if (ends.from < 0 || ends.to < 0) return
    let job = planner.start('routes', { index, ...ends, order, listed })
    const answered = job.result.then(async (routes): Promise<Answer> => {
      if (routes.count > 0n || from === to) return { kind: 'done', routes, back: null }
      job = planner.start('routes', { index, from: ends.to, to: ends.from, order, listed: 1 })
      return { kind: 'done', routes, back: await job.result }
    })
    let isCurrent = true
    answered.then(
      (done) => isCurrent && setAnswer(done),
      (error: unknown) =>
        isCurrent && setAnswer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      isCurrent = false
      job.cancel()
    }
  }, [planner, index, from, to, order, listed])
  return answer
}

interface RouteCountProps {
  readonly answer: Answer
  readonly from: string
  readonly to: string
}

function RouteCount({ answer, from, to }: RouteCountProps) {
  const { t, language } = useWords()
  if (answer.kind === 'working')
    return (
      <p className="side-note" role="status">
        {t('follow.routes.working')}
      </p>
    )
  if (answer.kind === 'failed')
    return (
      <p className="side-note" role="alert">
        {t('follow.routes.failed', { message: answer.message })}
      </p>
    )
  const { routes, back } = answer
  const { count, isExact } = routes
  const total = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(count)
  if (count === 0n)
    return (
      <p className="side-note" role="status">
        {from === to ? t('follow.routes.same') : t('follow.routes.none', { from, to })}{' '}
        {back && back.count > 0n && t('follow.routes.turnHint')}
      </p>
    )
  return (
    <p className="side-note" role="status">
      <strong>
        {isExact
          ? t('follow.routes.count', { count: count === 1n ? 1 : 2, total })
          : t('follow.routes.atLeast', { total })}
      </strong>{' '}
      {count > BigInt(routes.routes.length) && t('follow.routes.listed', { count: routes.routes.length })}
    </p>
  )
}

interface RouteListProps {
  readonly shown: ShownDay
  readonly view: RoutesView
  readonly routes: Routes
}

/** Pointing at a row, or reaching it by key, lights its route; a click keeps it. */
function RouteList({ shown, view, routes }: RouteListProps) {
  const { t, language } = useWords()
  const { session } = useApp().stores
  const { chain, played } = shown.outcome
  const { index } = played
  const [kept, setKept] = useState<number | null>(null)
  const light = (at: number | null): void => {
    const rows = at === null ? undefined : routes.routes[at]?.rows
    session.setState({ routes: { ...view, lit: rows ? rows.map((row) => index.enterpriseIds[row]!) : null } })
  }
  return (
    <ol className="route-list" aria-label={t('follow.routes.list')} onPointerLeave={() => light(kept)}>
      {routes.routes.map(({ rows, flow }, at) => (
        <li key={rows.join(' ')}>
          <button
            type="button"
            aria-pressed={kept === at}
            onPointerEnter={() => light(at)}
            onFocus={() => light(at)}
            onClick={() => {
              setKept(kept === at ? null : at)
              light(kept === at ? null : at)
            }}
          >
            <span>{rows.map((row) => rowName(chain, index, row, language)).join(' → ')}</span>
            <small>
              {t('follow.routes.row', { steps: rows.length - 1, flow: decimal(flow, 2, language) })}
              {flow === 0 && ` · ${t('follow.routes.backup')}`}
            </small>
          </button>
        </li>
      ))}
    </ol>
  )
}
