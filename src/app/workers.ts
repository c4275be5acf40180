import engineWorkerUrl from '../worker/engine-worker.ts?worker&url'
import fileWorkerUrl from '../worker/file-worker.ts?worker&url'
import { ownWorker } from './trusted-types.ts'

export const engineWorker = (): Worker => new Worker(ownWorker(engineWorkerUrl), { type: 'module' })

export const fileWorker = (): Worker => new Worker(ownWorker(fileWorkerUrl), { type: 'module' })
