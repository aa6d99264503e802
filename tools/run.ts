import { PlainError } from '../src/plain-error.ts'

/** Runs a command and ends it with the right exit code, also where something keeps the process alive. */
export async function run(command: () => Promise<void>): Promise<never> {
  try {
    await command()
  } catch (error) {
    process.exitCode = 1
    console.error(error instanceof PlainError ? error.message : error)
  }
  process.exit()
}

/** Resolves when somebody asks the program to stop. Asked for early, so that nobody who is impatient is missed. */
export const askedToStop = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
  })
