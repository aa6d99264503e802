import type { Line, Pool } from '#shared/pool.ts'

export type Statement = { text: string; values: readonly unknown[] }
/** The statements of one request; those of a group were sent without waiting for each other: one round trip. */
export type Recording = Statement[][]

/** A pool that writes down what is asked through it. `take` gives what has been asked since the last time. */
export function recordingPool(pool: Pick<Pool, 'reserve' | 'answers' | 'end'>) {
  let groups: Recording = []
  let underWay = 0
  const note = async <T>(text: string, values: readonly unknown[], ask: () => Promise<T>): Promise<T> => {
    if (underWay === 0) groups.push([])
    underWay++
    groups.at(-1)?.push({ text, values })
    return ask().finally(() => {
      underWay--
    })
  }
  const reserve = async (): Promise<Line> => {
    const line = await pool.reserve()
    return {
      unsafe: (text, values = [], options) => note(text, values, () => line.unsafe(text, values, options)),
      open: (statement) => note(statement, [], () => line.open(statement)),
      release: line.release,
    }
  }
  return {
    pool: { reserve, answers: () => pool.answers(), end: () => pool.end() },
    take: (): Recording => {
      const taken = groups
      groups = []
      return taken
    },
  }
}
