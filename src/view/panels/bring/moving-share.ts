/** Milliseconds between two steps. */
const STEP = 100
/** Share per second before anything is known of the speed. */
const FIRST_SPEED = 0.05
/** Milliseconds from which on the speed so far tells something. */
const KNOWN_AFTER = 200

/**
 * A share that goes on while a step of the work says nothing: at the speed so far, and ever more slowly towards the share at which
 * the step ends, so that it neither stands still nor says more than is done.
 */
export class MovingShare {
  readonly #show: (done: number) => void
  #timer: ReturnType<typeof setInterval> | undefined
  #began = 0
  /** Of the part of the way that is told now. */
  #from = 0
  #to = 1
  #told = { at: 0, done: 0, next: 0 }

  constructor(show: (done: number) => void) {
    this.#show = show
  }

  /** A way from the start, of which the first part is told first. */
  start(to: number): void {
    this.stop()
    this.#began = performance.now()
    this.#from = 0
    this.#to = 0
    this.#timer = setInterval(() => this.#step(), STEP)
    this.goOn(to)
  }

  /** The next part of the way. */
  goOn(to: number): void {
    this.#from = this.#to
    this.#to = to
    this.tell(0, 0.1)
  }

  /** @param done share of the part at hand */
  tell(done: number, next = done): void {
    const ofWay = (share: number): number => this.#from + share * (this.#to - this.#from)
    // What was shown is never taken back.
    this.#told = { at: performance.now(), done: Math.max(this.#now(), ofWay(done)), next: ofWay(next) }
    this.#step()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#told = { at: 0, done: 0, next: 0 }
  }

  #step(): void {
    this.#show(this.#now())
  }

  #now(): number {
    const { at, done, next } = this.#told
    const left = next - done
    if (left <= 0) return done
    const spent = at - this.#began
    const speed = spent < KNOWN_AFTER || done === 0 ? FIRST_SPEED / 1_000 : done / spent
    return done + left * (1 - Math.exp((-speed * (performance.now() - at)) / left))
  }
}
