import { expect, test } from 'vitest'
import { FILE_VERSION, migrated } from '../../src/io/migrations.ts'
import { TEST_CHAIN } from '../e2e/test-chain.ts'

const chain = { ...TEST_CHAIN }

test('a file of the present version, or of a newer one, is left as it is', () => {
  expect(migrated(chain)).toBe(chain)
  const newer = { ...chain, version: FILE_VERSION + 1 }
  expect(migrated(newer)).toBe(newer)
})

test('an older file goes through each step in turn', () => {
  const steps = [1, 2].map((from) => ({
    from,
    migrate: (document: object) => ({ ...document, [`from${from}`]: true }),
  }))
  expect(migrated({ ...chain }, steps, 3)).toEqual({ ...chain, version: 3, from1: true, from2: true })
})

test('a version without a step is a mistake of ours', () => {
  expect(() => migrated({ ...chain }, [], 2)).toThrow('expected a migration from version 1')
})
