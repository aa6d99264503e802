import { AsyncLocalStorage } from 'node:async_hooks'
import { createApp } from '#app'
import { familyEngagement } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { deps, engagementOf, id, type Person } from '#test/world.ts'

// The application for comparisons: each request draws its ids from its own name, so that a request answers with the
// same bytes in two worlds that look the same, whatever was asked before or beside it.

/**
 * `lisaBeside`: Lisa with the device that Maja has handed her. `homePaper`, `ownPaper`: whoever holds the code on paper to
 * the meeting, one that may lie at home or one that Lisa has to herself.
 */
export type Observer = Person | 'nobody' | 'lisaBeside' | 'homePaper' | 'ownPaper'

const family: readonly string[] = [
  'sara',
  'jonas',
  'lisaSelf',
  'lisaBeside',
  'homePaper',
  'ownPaper',
  'karin',
  'nobody',
]
type Staff = Parameters<typeof engagementOf>[0]
export const isStaff = (who: Observer): who is Staff => !family.includes(who)

const asked = new AsyncLocalStorage<{ name: string; made: number }>()
const nextId = () => {
  const request = asked.getStore()
  if (!request) throw new Error('an id outside a request')
  return id(`${request.name} ${++request.made}`)
}
/** The id that the log gives to the request of this name. */
export const requestIdOf = (name: string) => id(`${name} 1`)

/** As the tests' own, with ids by request. `pool` may be one that is slow, or breaks. */
export const depsWith = (pool: Deps['pool'] = deps.pool): Deps => ({
  pool,
  now: deps.now,
  newId: nextId,
  randomBytes: deps.randomBytes,
  keys: deps.keys,
  get vault() {
    return deps.vault
  },
})

export type Form = Readonly<Record<string, string | readonly string[]>>
export type Asked = { name: string; who: Observer; path: string; form?: Form | undefined }

/** Asks as somebody. A form is sent as the page would send it. */
export function clientOn(ownDeps: Deps) {
  const web = createApp(ownDeps, { cookieName: 'kb-test', demo: true })
  return ({ name, who, path, form }: Asked): Promise<Response> =>
    asked.run({ name, made: 0 }, async () => {
      const headers = { Cookie: `kb-test=token of ${who}` }
      if (!form) return web.request(path, { headers })
      const engagement = isStaff(who) ? engagementOf(who) : familyEngagement
      const body = new URLSearchParams()
      for (const [field, values] of Object.entries({ engagement, submission: id(`${name} form`), ...form }))
        for (const value of [values].flat()) body.append(field, value)
      return web.request(path, { headers, method: 'POST', body })
    })
}
