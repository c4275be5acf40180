/** What a command ends with; said in `--help`. */
export const EXIT = { done: 0, fileHasErrors: 1, wrongUse: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Wrong use that shows only while a command runs, such as a scenario that is not in the file. */
export class WrongUse extends Error {}
