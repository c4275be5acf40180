import type { Command } from './command.ts'
import { baseline } from './commands/baseline.ts'
import { check } from './commands/check.ts'
import { compare } from './commands/compare.ts'
import { criticality } from './commands/criticality.ts'
import { exportChain } from './commands/export.ts'
import { gains } from './commands/gains.ts'
import { importFiles } from './commands/import.ts'
import { joint } from './commands/joint.ts'
import { lists } from './commands/lists.ts'
import { mask } from './commands/mask.ts'
import { merge } from './commands/merge.ts'
import { next } from './commands/next.ts'
import { observed } from './commands/observed.ts'
import { order } from './commands/order.ts'
import { restart } from './commands/restart.ts'
import { scenes } from './commands/scenes.ts'
import { simulate } from './commands/simulate.ts'
import { smallest } from './commands/smallest.ts'
import { unmask } from './commands/unmask.ts'
import { survey } from './commands/survey.ts'
import { verify } from './commands/verify.ts'

/** Every command, in the order of `--help`. */
export const COMMANDS = [
  check,
  baseline,
  simulate,
  criticality,
  gains,
  joint,
  smallest,
  order,
  restart,
  next,
  compare,
  observed,
  scenes,
  lists,
  importFiles,
  exportChain,
  merge,
  mask,
  unmask,
  survey,
  verify,
] as const satisfies readonly Command[]
