/** The page's runner and the worker's own code, with messages that are copied and come later, as between threads. */
import { beforeEach, expect, test, vi } from 'vitest'
import { indexChain } from '../../src/engine/index-chain.ts'
import type { Chain } from '../../src/model/chain.ts'
import { workerRunner } from '../../src/worker/worker-runner.ts'
import type { FromWorker, ToWorker } from '../../src/worker/messages.ts'
import { randomChain } from '../generators/random-chain.ts'

type Worked = { onmessage: (event: { data: ToWorker }) => void; postMessage: (message: FromWorker) => void }

const chainOf = (seed: number): Chain => randomChain({ seed, enterprises: 8 })
const sent: string[] = []

async function engineWorker(): Promise<() => Worker> {
  vi.resetModules()
  const page: { onmessage?: (event: { data: FromWorker }) => void } = {}
  const self = { postMessage: (message: FromWorker) => void setTimeout(() => page.onmessage?.({ data: message })) }
  vi.stubGlobal('self', self)
  await import('../../src/worker/engine-worker.ts')
  const { onmessage } = self as unknown as Worked
  return () =>
    Object.assign(page, {
      postMessage: (message: ToWorker) => {
        const data = structuredClone(message)
        sent.push(data.kind === 'part' ? `part ${data.part}` : data.kind)
        setTimeout(() => onmessage({ data }))
      },
      terminate: () => {},
    }) as unknown as Worker
}

beforeEach(() => {
  sent.length = 0
})

test('an index is not sent back to the worker that made it, and a chain is sent once', async () => {
  const runner = workerRunner(await engineWorker())
  const chain = chainOf(1)
  const { index } = await runner.start('index', { chain }).result
  await runner.start('layout', { chain, index }).result
  expect(sent).toEqual(['part chain', 'job', 'job'])
})

test('an index sent while another is being made does not take its place: both are answered, now and later', async () => {
  const runner = workerRunner(await engineWorker())
  const [chain, other] = [chainOf(1), chainOf(2)]
  const { index: before } = indexChain(other)
  const first = await runner.start('layout', { chain: other, index: before }).result
  const making = runner.start('index', { chain })
  // Known to the worker a moment ago, and replaced by what is being made.
  const meanwhile = runner.start('layout', { chain: other, index: before })
  const { index } = await making.result
  expect(await meanwhile.result).toEqual(first)
  const layout = await runner.start('layout', { chain, index }).result
  expect(layout.x.length).toBe(chain.enterprises.length)
  expect(await runner.start('layout', { chain: other, index: before }).result).toEqual(first)
})
