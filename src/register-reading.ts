import { type PopulationRegister, runRegisterCheck } from '#modules/interop'
import type { Deps } from '#shared/db.ts'

const everyMs = 10 * 60_000

/** Reads what is new in the population register when the program starts, and then every ten minutes. */
export function keepReading(deps: Deps, register: PopulationRegister): { stop: () => Promise<void> } {
  let working: Promise<void> | undefined
  const read = async () => {
    try {
      await runRegisterCheck(deps, register)
    } catch (error) {
      // A message may quote a row.
      console.error('reading the register', error instanceof Error ? error.name : error)
    }
  }
  const turn = () => {
    working ??= read().finally(() => {
      working = undefined
    })
  }
  turn()
  const timer = setInterval(turn, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await working
    },
  }
}
