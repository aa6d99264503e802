import { randomUUID } from 'node:crypto'
import { connect, type DatabaseOptions } from '#shared/pool.ts'
import { type Figures, measure } from './measure.ts'
import type { Recording } from './recording.ts'

export type BareWork = {
  database: DatabaseOptions
  /** One for each client, about different children. */
  recordings: readonly Recording[]
  /** Ids that the recorded requests made: each run makes its own. */
  made: readonly string[]
  seconds: number
}

/** The same statements over the same driver, audit row and commit included, without HTTP and HTML. */
export async function measureBare({ database, recordings, made, seconds }: BareWork): Promise<Figures> {
  const clients = recordings.length
  const sql = connect({ ...database, max: clients })
  const known = new Set(made)
  const figures = await measure(clients, seconds, async (client) => {
    const fresh = new Map<string, string>()
    const again = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(again)
      if (typeof value !== 'string' || !known.has(value)) return value
      const id = fresh.get(value) ?? randomUUID()
      fresh.set(value, id)
      return id
    }
    const line = await sql.reserve()
    try {
      for (const group of recordings[client] ?? [])
        await Promise.all(
          group.map(({ text, values }) =>
            line.unsafe(
              text,
              values.map(again) as never[],
              { prepare: true, simple: false } as { prepare: boolean },
            ),
          ),
        )
      return true
    } catch {
      // Two at once on the same rows: the application tries again, here it counts as one that went badly.
      await line.unsafe('rollback')
      return false
    } finally {
      line.release()
    }
  })
  await sql.end()
  return figures
}
