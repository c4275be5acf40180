/** What must not be seen in a masked copy, and whether a text holds some of it. */
import type { Chain } from '../../model/chain.ts'
import type { LocalText } from '../../model/local-text.ts'

/** Shorter words say nothing of their own. */
const SHORTEST = 2

export const textsOf = (text: LocalText | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text)

/** A name without what stands in brackets behind it. */
const withoutBrackets = (name: string): string => name.replace(/\s*[（(][^（()）]*[)）]\s*$/, '')

/** Names, other names and codes of enterprises, and liaison officers. */
export function namesIn({ enterprises, blocks = [] }: Chain): readonly string[] {
  const names = enterprises.flatMap(({ name, aliases = [], code }) => [...textsOf(name), ...aliases, code ?? ''])
  const people = blocks.flatMap(({ owner = '' }) => [owner, ...owner.split(' · ')])
  return [...new Set([...names, ...names.map(withoutBrackets), ...people].map((each) => each.trim()))].filter(
    (each) => each.length >= SHORTEST,
  )
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{Script=Latin}\d]/u.test(sign)

/** The words that a text holds; one of Latin letters counts only where it stands by itself. */
export function mentionsOf(words: Iterable<string>): (text: string) => Iterable<string> {
  const byStart = new Map<string, { readonly word: string; readonly given: string }[]>()
  for (const given of words) {
    const word = given.toLowerCase()
    const start = word.slice(0, SHORTEST)
    const list = byStart.get(start)
    if (list) list.push({ word, given })
    else byStart.set(start, [{ word, given }])
  }
  return function* (shown) {
    const text = shown.toLowerCase()
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      for (const { word, given } of byStart.get(text.slice(at, at + SHORTEST)) ?? []) {
        if (text.startsWith(word, at) && isWhole(text, at, word)) yield given
      }
    }
  }
}

const isWhole = (text: string, at: number, word: string): boolean =>
  !(isLetter(word[0]) && isLetter(text[at - 1])) && !(isLetter(word.at(-1)) && isLetter(text[at + word.length]))

/** Whether a text holds one of the words. */
export function mentionOf(words: Iterable<string>): (text: string) => boolean {
  const mentions = mentionsOf(words)
  return (text) => !mentions(text)[Symbol.iterator]().next().done
}
