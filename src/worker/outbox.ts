import type { ToWorker } from './messages.ts'

/** Milliseconds of the page that sending takes at once. */
const AT_ONCE = 12

/** Sends in order; where there is much to send the page has its frames in between. */
export class Outbox {
  private messages: ToWorker[] = []
  private next = 0
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly worker: () => Worker

  /** @param worker asked for when there is something to send */
  constructor(worker: () => Worker) {
    this.worker = worker
  }

  post(...messages: readonly ToWorker[]): void {
    for (const message of messages) this.messages.push(message)
    if (this.timer === null) this.send()
  }

  /** Forgets what was not sent. */
  clear(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.messages = []
    this.next = 0
  }

  private send(): void {
    this.timer = null
    const worker = this.worker()
    const end = performance.now() + AT_ONCE
    while (this.next < this.messages.length) {
      worker.postMessage(this.messages[this.next++]!)
      if (performance.now() < end || this.next === this.messages.length) continue
      this.timer = setTimeout(() => this.send(), 0)
      return
    }
    this.clear()
  }
}
