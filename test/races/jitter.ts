import { setTimeout as wait } from 'node:timers/promises'
import type { Deps } from '#shared/db.ts'
import type { Line } from '#shared/pool.ts'

type Pool = Deps['pool']
/** What happens to a statement before it is sent: it waits, fails, or another is sent in its place. */
export type Disturbance = (statement: string) => Promise<string | undefined>

/** The pool with something in the way of each statement, and of the answer to it. */
export const disturbed = (pool: Pool, disturb: Disturbance, answered = async () => {}): Pool => ({
  reserve: async () => {
    const line = await pool.reserve()
    // Statements are sent without waiting for each other, and keep their order.
    let before: Promise<unknown> = Promise.resolve()
    const inTurn = <T>(statement: string, send: (instead: string | undefined) => Promise<T>): Promise<T> => {
      const turn = before.then(() => disturb(statement))
      before = turn.catch(() => {})
      return turn.then(send).then((answer) => answered().then(() => answer))
    }
    const disturbedLine: Line = {
      unsafe: (text, values, options) =>
        inTurn(text, (instead) => (instead ? line.unsafe(instead) : line.unsafe(text, values, options))),
      open: (statement) => inTurn(statement, (instead) => line.open(instead ?? statement)),
      release: () => line.release(),
    }
    return disturbedLine
  },
  answers: () => pool.answers(),
  end: () => pool.end(),
})

/** A small stream of numbers from a seed: the same race can be run again. */
export function numbers(seed: number) {
  let state = seed | 1
  return (below: number) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
}

/** At most so many milliseconds, and often nothing: most statements meet by chance. */
export const pause = (draw: (below: number) => number, most: number) => {
  const ms = draw(3) === 0 ? draw(most + 1) : 0
  return ms > 0 ? wait(ms, undefined) : Promise.resolve(undefined)
}
