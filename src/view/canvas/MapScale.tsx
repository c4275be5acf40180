import { useTranslation } from 'react-i18next'
import { FELT, isFeltLater } from '../../analysis/picture/card-figure.ts'
import { BACK_TO_FULL } from '../../analysis/played.ts'
import type { MapScene } from './map-props.ts'

/** What the colours of the lens mean: days of the wave from light to dark, or better and worse than nothing cleared. */
export function MapScale({ scene }: { readonly scene: MapScene }) {
  const { t } = useTranslation()
  if (scene.lens === 'difference') {
    return (
      <div className="map-scale">
        <span>▼ {t('map.worse')}</span>
        <i className="difference" />
        <span>▲ {t('map.better')}</span>
      </div>
    )
  }
  if (scene.lens === 'observed') {
    const gaps = scene.view.level.reduce((sum, level) => sum + (Number.isNaN(level) ? 1 : 0), 0)
    return (
      <div className="map-scale">
        <i className="observed" />
        <span>{t('map.lens.observed')}</span>
        <span>▽ {t('map.legendMark.model')}</span>
        <i className="gap" />
        <span>
          {t(gaps < scene.view.level.length ? 'map.gaps' : 'map.noneObserved', {
            count: gaps,
            of: scene.view.level.length,
          })}
        </span>
      </div>
    )
  }
  if (scene.lens !== 'wave' || !scene.wave) return null
  const days = [...scene.wave.full].filter((day) => day >= 0)
  const { wave } = scene
  const feltLater = wave.feels.reduce((sum, _, row) => sum + Number(isFeltLater(wave, row, scene.view.day)), 0)
  if (days.length + feltLater === 0) return null
  const down = scene.wave.full.reduce(
    (sum, day, row) =>
      sum + (day < 0 && !isFeltLater(wave, row, scene.view.day) && scene.view.level[row]! < BACK_TO_FULL ? 1 : 0),
    0,
  )
  return (
    <div className="map-scale">
      {days.length > 0 && (
        <>
          <span>{t('map.backToFull')}</span>
          <span>{scene.dayLabel(Math.min(...days))}</span>
          <i className="wave" />
          <span>{scene.dayLabel(Math.max(...days))}</span>
        </>
      )}
      {feltLater > 0 && (
        <span>
          {FELT}
          {t('map.felt')}
        </span>
      )}
      {down > 0 && <span>{t('map.stillDown', { count: down })}</span>}
    </div>
  )
}
