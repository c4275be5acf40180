import { MOST_CHARACTERS } from '../model/limits.ts'
import { charactersTooMany } from '../state/edits/text-limit.ts'
import { useWords } from './app-context.ts'

/** Why a text is too long for any file, in words, or null. */
export function tooLongWord(t: ReturnType<typeof useWords>['t'], text: string): string | null {
  const over = charactersTooMany(text)
  return over === 0 ? null : t('app.tooLong', { most: MOST_CHARACTERS, over })
}

/** Why a text is not taken, in words, or null; it stays in its field, so that nothing of it is lost. */
export function useTooLong(): (text: string) => string | null {
  const { t } = useWords()
  return (text) => tooLongWord(t, text)
}
