/** A share as a bar; it says nothing that is not written beside it. */
export function LevelBar({ level, isWarm = false }: { readonly level: number; readonly isWarm?: boolean }) {
  const width = Number.isNaN(level) ? 0 : Math.max(0, Math.min(1, level)) * 100
  return (
    <div className={isWarm ? 'level-bar warm' : 'level-bar'} aria-hidden="true">
      <i style={{ width: `${width}%` }} />
    </div>
  )
}
