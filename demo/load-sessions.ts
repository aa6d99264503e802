import { hashOf } from '#shared/asking.ts'
import type { Deps, Trx } from '#shared/db.ts'
import { idOf, people } from './county/index.ts'

/** Sessions under this name exist only while the county is being loaded. */
const issuer = 'demo-load'

/** Somebody at work in a unit, or at home. */
export const actorName = (person: string, unit: string | undefined) => (unit ? `${person} ${unit}` : person)

/** By actor, the token of a session that lasts as long as the loading. */
export type Tokens = ReadonlyMap<string, string>

const years = (count: number) => count * 365 * 86_400_000

/** Signs everybody in who acts in the stories, also those who in the demo have no account to sign in with. */
export async function beginSessions(trx: Trx, { newId, randomBytes, now }: Deps): Promise<Tokens> {
  const actors = people.flatMap(
    ({ slug, kind, engagements }): { person: string; unit: string | undefined }[] =>
      kind === 'staff'
        ? engagements.map(({ unit }) => ({ person: slug, unit }))
        : [{ person: slug, unit: undefined }],
  )
  const tokens = new Map(
    actors.map(
      ({ person, unit }) => [actorName(person, unit), randomBytes(32).toString('base64url')] as const,
    ),
  )
  const at = now().getTime()
  await trx
    .insertInto('session')
    .values(
      actors.map(({ person, unit }) => ({
        token_hash: hashOf(tokens.get(actorName(person, unit)) ?? ''),
        id: newId(),
        person_id: idOf.person(person),
        kind: unit ? ('staff' as const) : ('family' as const),
        engagement_id: unit ? idOf.engagement(person, unit) : null,
        issuer,
        // Whatever day it is in a story, they have just shown who they are.
        authenticated_at: new Date(at),
        idle_minutes: years(4) / 60_000,
        last_seen_at: new Date(at - years(2)),
        ends_at: new Date(at + years(1)),
      })),
    )
    .execute()
  return tokens
}

export const endSessions = (trx: Trx) => trx.deleteFrom('session').where('issuer', '=', issuer).execute()

/** A loading that was broken off leaves its sessions. */
export async function wasBrokenOff(trx: Trx): Promise<boolean> {
  const left = await trx.selectFrom('session').select('id').where('issuer', '=', issuer).limit(1).execute()
  return left.length > 0
}
