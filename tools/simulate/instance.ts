import { createApp } from '#app'
import type { Deps } from '#shared/db.ts'
import type { LocalKeyRing } from '#shared/keys.ts'
import { Pool } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { disturbed } from '#test/races/jitter.ts'
import type { DatabaseOptions } from '../../src/database-url.ts'

export type Outside = Omit<Deps, 'pool' | 'vault'> & { keys: LocalKeyRing }
export type Form = Readonly<Record<string, string | readonly string[]>>
export type Request = { cookie: string; path: string; form?: Form | undefined }
export type Answer = { status: number; location: string; text: string }
/** Where in an act the program dies: at which of its statements, before it is sent or when it has been done. */
export type Crash = { at: number; answered: boolean }

export const cookieName = 'kb-simulated'

/** One running copy of the program. It can die in the middle of an act, and is then started anew. */
export class Instance {
  readonly #outside: Outside
  readonly #database: DatabaseOptions
  #pool: Pool
  #crash: Crash | undefined
  #dead = false
  #app: ReturnType<typeof createApp>

  constructor(database: DatabaseOptions, outside: Outside) {
    this.#database = database
    this.#outside = outside
    this.#pool = new Pool({ ...database, max: 2 })
    this.#app = this.#start()
  }

  deps(): Deps {
    const pool = disturbed(
      this.#pool,
      async () => this.#passes(false),
      async () => void this.#passes(true),
    )
    return { ...this.#outside, pool, vault: new Vault(this.#outside) }
  }

  /** The answer, or undefined when it died on the way. */
  async ask({ cookie, path, form }: Request, crash?: Crash): Promise<Answer | undefined> {
    const headers = { Cookie: `${cookieName}=${cookie}` }
    const init = form ? { headers, method: 'POST', body: bodyOf(form) } : { headers }
    return this.#until(crash, async () => {
      const answer = await this.#app.request(path, init)
      return {
        status: answer.status,
        location: answer.headers.get('location') ?? '',
        text: await answer.text(),
      }
    })
  }

  /** Does what the program does by itself. False when it died on the way. */
  async work(run: (deps: Deps) => Promise<unknown>, crash?: Crash): Promise<boolean> {
    const done = await this.#until(crash, async () => {
      await run(this.deps()).catch((error) => {
        if (!this.#dead) throw error
      })
      return true
    })
    return done ?? false
  }

  async #until<T>(crash: Crash | undefined, act: () => Promise<T>): Promise<T | undefined> {
    this.#crash = crash
    const came = await act()
    this.#crash = undefined
    if (!this.#dead) return came
    await this.#restart()
    return undefined
  }

  end = () => this.#pool.end()

  #start = () => createApp(this.deps(), { cookieName, demo: false })

  /** Whatever the program had open is closed with it, as when a process dies. */
  async #restart() {
    await this.#pool.end()
    this.#pool = new Pool({ ...this.#database, max: 2 })
    this.#dead = false
    this.#app = this.#start()
  }

  #passes(answered: boolean): undefined {
    if (this.#crash?.answered === answered && --this.#crash.at <= 0) this.#dead = true
    if (this.#dead) throw Object.assign(new Error('the program died'), { code: 'DIED' })
  }
}

function bodyOf(form: Form) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
  return body
}
