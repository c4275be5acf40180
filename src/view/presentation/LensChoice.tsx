import { SegmentedControl } from '@mantine/core'
import { LENSES, type Lens } from '../../analysis/picture/card-figure.ts'
import { useApp, useSession, useWords } from '../app-context.ts'
import { useObserved } from '../observed/use-observed.ts'

/** What the cards show; only lenses that have something to show. */
export function LensChoice({ hasWave, lens }: { readonly hasWave: boolean; readonly lens: Lens }) {
  const { t } = useWords()
  const { stores } = useApp()
  const hasObserved = useObserved() !== null
  const hasOther = useSession((state) => state.against !== null)
  const has: Readonly<Record<Lens, boolean>> = {
    state: true,
    wave: hasWave,
    difference: hasWave || hasOther,
    observed: hasObserved,
  }
  const possible = LENSES.filter((each) => has[each])
  if (possible.length < 2) return null
  return (
    <SegmentedControl
      size="xs"
      className="lens-choice"
      aria-label={t('map.lens.label')}
      value={lens}
      onChange={(value) => stores.session.setState({ lens: value })}
      data={possible.map((value) => ({ value, label: t(`map.lens.${value}`) }))}
    />
  )
}
