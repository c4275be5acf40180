/** What tabs tell each other, always after it is on the disk. */
export type TabMessage =
  | { readonly kind: 'wrote'; readonly id: string; readonly from: number; readonly bodies: readonly string[] }
  | { readonly kind: 'claimed'; readonly id: string; readonly epoch: number }
  | { readonly kind: 'erased' }

export interface TabChannel {
  readonly tell: (message: TabMessage) => void
  readonly close: () => void
}

/** A channel to the other tabs of this page; silent where the browser has none. */
export function tabChannel(hear: (message: TabMessage) => void): TabChannel {
  try {
    const channel = new BroadcastChannel('changlian')
    channel.addEventListener('message', (event: MessageEvent<TabMessage>) => hear(event.data))
    return {
      tell: (message) => {
        try {
          channel.postMessage(message)
        } catch {
          // The others read again from the disk when they take over.
        }
      },
      close: () => channel.close(),
    }
  } catch {
    return { tell: () => {}, close: () => {} }
  }
}
