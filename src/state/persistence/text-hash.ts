/**
 * Sixteen hex digits that tell whether a text is still the one that was written: two lanes of FNV-1a with different primes and a final
 * stir. Against damage, not against forgery; synchronous, because a transaction of IndexedDB ends while one waits for anything else.
 */
export function textHash(text: string): string {
  const hash = hashing()
  hash.take(text)
  return hash.digits()
}

/** The same of a text that comes in parts. */
export function hashing(): { readonly take: (part: string) => void; readonly digits: () => string } {
  let first = 0x811c9dc5
  let second = 0x9e3779b9
  return {
    take(part) {
      let [one, two] = [first, second]
      for (let at = 0; at < part.length; at++) {
        const unit = part.charCodeAt(at)
        one = Math.imul(one ^ unit, 0x01000193)
        two = Math.imul(two ^ unit, 0x85ebca6b)
        two ^= two >>> 13
      }
      first = one
      second = two
    },
    digits: () => hex(stirred(first ^ second)) + hex(stirred(second + first)),
  }
}

function stirred(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), 0x7feb352d)
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b)
  return twice ^ (twice >>> 16)
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0')
