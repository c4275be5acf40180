import { runCommandLine } from './program.ts'
import { processTerminal } from './terminal.ts'

// A reader that closes the pipe early (`| head`) has seen enough; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

// Ctrl+C is left to the system: it stops the process at once, also in the middle of a long computation (the shell sees 130),
// and nothing half-done can stay behind because a command writes only to its own output.
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
