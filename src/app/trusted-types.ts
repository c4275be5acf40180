/**
 * The page's policy forbids text to become markup. The component library sets its style sheets through innerHTML, so plain text
 * (no `<`, which alone could open an element) passes, and nothing else. Script addresses pass for our own files only.
 */
interface PolicyRules {
  readonly createHTML?: (text: string) => string
  readonly createScriptURL?: (url: string) => string
}

interface TrustedTypes {
  readonly createPolicy: (name: string, rules: PolicyRules) => { readonly createScriptURL: (url: string) => unknown }
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes

trustedTypes?.createPolicy('default', {
  createHTML: (text) => {
    if (text.includes('<')) throw new TypeError('expected plain text or a style sheet, got markup')
    return text
  },
})

const workers = trustedTypes?.createPolicy('changlian-workers', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError(`expected a worker of this page, got ${url}`)
    return url
  },
})

/** An address of one of our own workers, as `new Worker` takes it under the policy. */
export const ownWorker = (url: string): string => (workers ? (workers.createScriptURL(url) as string) : url)
