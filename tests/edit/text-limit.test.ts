import { expect, test } from 'vitest'
import { LIMITS } from '../../src/io/limits.ts'
import { MOST_CHARACTERS } from '../../src/model/limits.ts'
import { charactersTooMany } from '../../src/state/edits/text-limit.ts'

test('a field takes as much text as a file may hold, counted in characters', () => {
  expect(MOST_CHARACTERS).toBe(LIMITS.textCharacters)
  expect(charactersTooMany('🏭'.repeat(MOST_CHARACTERS))).toBe(0)
  expect(charactersTooMany('🏭'.repeat(MOST_CHARACTERS + 2))).toBe(2)
})
