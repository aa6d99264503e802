import { type Act, auditedUnsigned, type UnsignedWork } from '#modules/audit'
import { hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { nonceBytes } from '#shared/keys.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { tagOf } from '../etag.ts'
import { readQuery } from '../query.ts'
import type { Refusal, User } from '../user.ts'
import { addUser, changeUser, endUser, findKey, findUser, holdUser, listUsers } from '../user-store.ts'
import { readPatch, readResource, type Wanted } from '../wanted.ts'

/** A directory that asks: what it shows as its key, and which version of a user it means, if it says so. */
export type Directory = { token: string; requestId: string; ifMatch?: string | undefined }

/** What the database refuses, in words for whoever reads the directory's log. */
const refusals: Readonly<Record<string, Refusal>> = {
  'not-found': { kind: 'not-found' },
  taken: { kind: 'conflict', type: 'uniqueness', detail: 'Det finns redan någon med det userName' },
  'no-unit': {
    kind: 'invalid',
    type: 'invalidValue',
    detail: 'department: skriv verksamhetens namn som det står i Kronobarn, eller dess id',
  },
  'last-administrator': {
    kind: 'conflict',
    detail: 'Personen är er enda administratör. Utse någon mer först',
  },
  'last-fallback': {
    kind: 'conflict',
    detail: 'Personen är den enda som tar det som ingen annan har. Utse någon mer först',
  },
  'to-myself': {
    kind: 'conflict',
    detail:
      'Den som gjorde nyckeln skulle själv få ansvaret för deras barn. En annan administratör behöver avsluta',
  },
  'nobody-left': {
    kind: 'conflict',
    detail:
      'Barn med pågående stöd skulle stå utan ansvarig. Utse någon som tar det som ingen annan har först',
  },
}
const saidBy = (said: string): Result<void, Refusal> =>
  said === 'done' ? ok(undefined) : fail(refusals[said] ?? { kind: 'not-found' })

/** For whoever shows a key that holds; the log names the key, or the user it is about. */
const asDirectory = <T>(
  deps: Deps,
  act: Act,
  { token, requestId }: Directory,
  run: (work: UnsignedWork, hash: string) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  auditedUnsigned<T, Refusal>(
    deps,
    act,
    { session: '', childId: undefined, requestId, madeUnder: undefined },
    async (work) => {
      const hash = hashOf(token)
      const key = await findKey(work, hash)
      if (!key) return fail({ kind: 'signed-out' })
      work.about(key)
      return run(work, hash)
    },
  )

const found = (user: User | undefined): Result<User, Refusal> =>
  user ? ok(user) : fail({ kind: 'not-found' })

export const list = (deps: Deps, directory: Directory, search: Readonly<Record<string, string>>) =>
  asDirectory(deps, 'scim.list', directory, async (work, hash) => {
    const query = readQuery(search)
    if (!query.ok) return query
    return ok({ ...(await listUsers(work, hash, query.value)), start: query.value.start })
  })

export const show = (deps: Deps, directory: Directory, id: string) =>
  asDirectory(deps, 'scim.show', directory, async (work, hash) => {
    work.about(id)
    return found(await findUser(work, hash, id))
  })

/** Somebody new, who signs in the first time with a link from an administrator. */
export const add = (deps: Deps, directory: Directory, body: unknown) =>
  asDirectory(deps, 'scim.add', directory, async (work, hash) => {
    const user = readResource(body)
    if (!user.ok) return user
    const ids = { id: work.newId(), personId: work.newId() }
    work.about(ids.id)
    const key = await deps.keys.wrap(ids.personId, deps.randomBytes(32), deps.randomBytes(nonceBytes))
    const said = saidBy(await addUser(work, hash, ids, user.value, key))
    return said.ok ? found(await findUser(work, hash, ids.id)) : said
  })

/** Changes what `wanted` makes of the user as it is now. */
const changed = (
  deps: Deps,
  directory: Directory,
  id: string,
  wanted: (now: User) => Result<Wanted, Refusal>,
) =>
  asDirectory(deps, 'scim.change', directory, async (work, hash) => {
    work.about(id)
    const now = await holdUser(work, hash, id)
    if (!now) return fail({ kind: 'not-found' })
    if (isStale(directory, now)) return fail({ kind: 'stale' })
    const user = wanted(now)
    if (!user.ok) return user
    const said = saidBy(await changeUser(work, hash, id, user.value))
    return said.ok ? found(await findUser(work, hash, id)) : said
  })

export const replace = (deps: Deps, directory: Directory, id: string, body: unknown) =>
  changed(deps, directory, id, (now) => readResource(body, now))

export const patch = (deps: Deps, directory: Directory, id: string, body: unknown) =>
  changed(deps, directory, id, (now) => readPatch(body, now))

/** The person is out at the next request; what they have written here stays, with their name. */
export const end = (deps: Deps, directory: Directory, id: string) =>
  asDirectory(deps, 'scim.end', directory, async (work, hash) => {
    work.about(id)
    const now = await holdUser(work, hash, id)
    if (!now) return fail({ kind: 'not-found' })
    return isStale(directory, now) ? fail({ kind: 'stale' }) : saidBy(await endUser(work, hash, id))
  })

const isStale = ({ ifMatch }: Directory, now: User) =>
  ifMatch !== undefined && ifMatch !== '*' && ifMatch !== tagOf(now)
