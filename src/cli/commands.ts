import type { Command } from './command.ts'
import { baseline } from './commands/baseline.ts'
import { check } from './commands/check.ts'
import { criticality } from './commands/criticality.ts'
import { simulate } from './commands/simulate.ts'

/** Every command, in the order of `--help`. */
export const COMMANDS = [check, baseline, simulate, criticality] as const satisfies readonly Command[]
