/** Drawing in small steps: between two of them the page may do something else. */
export type Steps = Generator<void, void>
