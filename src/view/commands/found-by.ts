import { match } from 'pinyin-pro'
import { asSought } from '../../model/as-sought.ts'

interface Called {
  readonly names: readonly string[]
  /** What people call it besides. */
  readonly also: readonly string[]
}

/** What a text means: first what is called so, then what people call so besides. @param wanted as sought */
export function foundBy<Each extends Called>(wanted: string, all: readonly Each[]): readonly Each[] {
  const isCalled = all.filter(({ names }) => names.some((word) => fits(word, wanted)))
  const isMeant = all.filter((each) => !isCalled.includes(each) && each.also.some((word) => fits(word, wanted)))
  return [...isCalled, ...isMeant]
}

/** All words of the text occur in it, or the text is its pinyin in whole or in initials. */
function fits(name: string, wanted: string): boolean {
  const lower = asSought(name)
  return wanted.split(/\s+/).every((word) => lower.includes(word)) || (wanted !== '' && match(name, wanted) !== null)
}
