import postgres from 'postgres'

/** Days stay days: the driver would else make them moments. */
const types = { date: { to: 1082, from: [1082], serialize: String, parse: String } }

/** The walls cost more to plan than to ask: each statement is planned once for each connection, and never compiled. */
const planned = { plan_cache_mode: 'force_generic_plan', jit: 'off' }

/** No page asks for so long: whatever does, or waits so long for another, is given up, and its connection is free again. */
const patient = { statement_timeout: 30_000 }

export type DatabaseOptions = postgres.Options<Record<string, postgres.PostgresType>>

/** The driver's own pool; for tools and arrangements. The application asks through a `Pool`. */
export type Sql = postgres.Sql<{ date: string }>
export const connect = (options: DatabaseOptions, more = {}): Sql =>
  postgres({
    ...options,
    // Who waits for a connection while the driver closes an old one is forgotten by it, and waits for ever.
    max_lifetime: null,
    types,
    connection: { ...planned, ...more },
    onnotice: () => {},
  }) as unknown as Sql

type Query = (text: string, values?: unknown[], options?: object) => Promise<unknown>

/** One connection, for one transaction. */
export type Line = {
  /** The driver's `unsafe`, until the connection is gone; after that it rejects. */
  unsafe: Query
  /** Sends the first statement and waits for it: from then on the line knows whether it is still there. */
  open: (statement: string) => Promise<void>
  /** Gives the connection back, or away when it is broken. */
  release: () => void
}

/** A connection as the driver sees it; `reserved` changes when it is closed, and `onclose` is told. */
type Inside = { reserved: unknown; onclose: (() => void) | null }

const connectionLost = () => Object.assign(new Error('the connection is gone'), { code: 'CONNECTION_LOST' })

/** Errors after which a connection is not to be used again: no code of SQL, or the server is going away. */
const ends = (error: unknown) =>
  !(error instanceof postgres.PostgresError) || /^(08|57P|53300|42501$|3D000|28)/.test(error.code)

/**
 * Connections that survive a database that goes away and comes back. When one breaks, the driver's whole pool is let
 * go and a new one takes its place: the driver can leave a broken connection in its pool, where it hangs or, written
 * to after its socket closed, takes the process down.
 */
export class Pool {
  readonly #options: DatabaseOptions
  #sql: Sql
  constructor(options: DatabaseOptions) {
    this.#options = { connect_timeout: 5, ...options }
    this.#sql = connect(this.#options, patient)
  }

  async reserve(): Promise<Line> {
    const sql = this.#sql
    const reserved = await sql.reserve().catch((error: unknown) => {
      if (ends(error)) this.#replace(sql)
      throw error
    })
    let inside: Inside | undefined
    let mine: unknown
    let broken = false
    // What was on its way when the connection closed the driver may never answer.
    const closed = Promise.withResolvers<never>()
    closed.promise.catch(() => {})
    const gone = () => broken || (inside !== undefined && inside.reserved !== mine)
    const ask: Query = async (text, values = [], options = {}) => {
      if (gone()) throw connectionLost()
      try {
        return await Promise.race([reserved.unsafe(text, values as never[], options), closed.promise])
      } catch (error) {
        if (!(error instanceof postgres.PostgresError) || /^(08|57P)/.test(error.code)) broken = true
        throw error
      }
    }
    return {
      unsafe: ask,
      open: async (statement) => {
        const onexecute = (connection: Inside) => {
          inside = connection
          mine = connection.reserved
          connection.onclose = () => closed.reject(connectionLost())
          if (!mine) connection.onclose()
          return true
        }
        await ask(statement, [], { onexecute })
      },
      release: () => {
        if (gone()) return this.#replace(sql)
        if (inside) inside.onclose = null
        reserved.release()
      },
    }
  }

  /** Whether the database answers just now. */
  answers(): Promise<boolean> {
    const sql = this.#sql
    return sql`select 1`.then(
      () => true,
      () => {
        this.#replace(sql)
        return false
      },
    )
  }

  /** Waits for the transactions under way, for five seconds at most. */
  end = (): Promise<void> => this.#sql.end({ timeout: 5 })

  #replace(broken: Sql) {
    if (broken !== this.#sql) return
    this.#sql = connect(this.#options, patient)
    broken.end({ timeout: 5 }).catch(() => {})
  }
}

/** One transaction of the program's own, as nobody: for functions in the database that do one thing and tell nothing. */
export async function alone<T>(
  { pool }: { pool: Pick<Pool, 'reserve'> },
  work: (line: Line) => Promise<T>,
): Promise<T> {
  const line = await pool.reserve()
  try {
    await line.open('begin')
    const answer = await work(line)
    await line.unsafe('commit')
    return answer
  } catch (error) {
    await line.unsafe('rollback').catch(() => {})
    throw error
  } finally {
    line.release()
  }
}
