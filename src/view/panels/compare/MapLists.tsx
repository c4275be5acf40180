import { isCardDrawn, isLinkDrawn } from '../../../analysis/picture/focus.ts'
import { ENTERPRISE_STATES } from '../../../analysis/day-view.ts'
import { percent } from '../../../i18n/format.ts'
import type { MapScene } from '../../canvas/map-props.ts'
import { rowName } from '../../names.ts'
import { useWords } from '../../app-context.ts'

/** The signs of what only one future has, for those who cannot see the canvas. */
export function GhostList({ scene, name }: { readonly scene: MapScene; readonly name: string }) {
  const { t } = useWords()
  const { chain, index, language, ghosts } = scene
  const nameAt = (row: number) => rowName(chain, index, row, language)
  const seen = ghosts.filter(({ kind, row }) => (kind === 'supply' ? isLinkDrawn(scene, row) : isCardDrawn(scene, row)))
  if (seen.length === 0) return null
  return (
    <ul className="hidden-visually" aria-label={t('compare.ghosts', { name })}>
      {seen.map(({ kind, row, text, side }) => {
        const place =
          kind === 'supply'
            ? `${nameAt(index.linkFrom[row]!)} → ${nameAt(index.groupEnterprise[index.linkGroup[row]!]!)}`
            : nameAt(row)
        return <li key={`${kind} ${row} ${text}`}>{t(`compare.ghost.${side}`, { place, text })}</li>
      })}
    </ul>
  )
}

/** The folds of one future, each with how many are inside, how many are blocked, its worst state and its output. */
export function FoldList({ scene, name }: { readonly scene: MapScene; readonly name: string }) {
  const { t } = useWords()
  const { chain, index, language, folds, view } = scene
  if (!folds) return null
  const rows = Array.from(folds.isFold.keys()).filter((row) => folds.isFold[row] === 1 && isCardDrawn(scene, row))
  return (
    <ul className="hidden-visually" aria-label={t('compare.folds', { name })}>
      {rows.map((row) => (
        <li key={row}>
          {t('compare.fold', {
            place: rowName(chain, index, row, language),
            members: folds.members[row]!,
            blocked: folds.blocked[row]!,
            state: t(`words.state.${ENTERPRISE_STATES[view.state[row]!]!}`),
            level: percent(view.level[row]!, language),
          })}
        </li>
      ))}
    </ul>
  )
}
