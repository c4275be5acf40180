/** The published cases of the models: chain files with what must come out. */
const chains = import.meta.glob<string>('../fixtures/*.chain.json', { query: '?raw', import: 'default', eager: true })

export interface Fixture {
  readonly name: string
  readonly text: string
}

export const fixtures: readonly Fixture[] = Object.entries(chains).map(([path, text]) => ({
  name: path.split('/').at(-1)!.replace('.chain.json', ''),
  text,
}))

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
