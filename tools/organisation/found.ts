import { z } from 'zod'
import { codeOf, invitationDays, unitKinds } from '#modules/administration'
import { digestOf } from '#modules/audit'
import { municipalities } from '#modules/knowledge'
import { hashOf, nilId } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { words } from '#shared/fields.ts'
import { nonceBytes } from '#shared/keys.ts'
import { paths } from '#shared/paths.ts'
import type { Sql } from '#shared/pool.ts'
import { PlainError } from '../../src/plain-error.ts'
import { listSettings } from '../settings/settings.ts'

// How an organisation begins: the operator notes it, one place in it and two people, who then keep the rest themselves.

const text = (most = 120) => words('behövs', most)
const person = z.strictObject({ given: text(80), family: text(80), title: text(80) })
const founding = z
  .strictObject({
    name: text(),
    kind: z.enum([
      'municipal_board',
      'region',
      'police',
      'independent_school',
      'private_care',
      'civil_society',
    ]),
    municipality: z.enum(municipalities.map(({ code }) => code)),
    part: text(),
    secrecy: z.enum([
      'school',
      'pupil_health_medical',
      'preschool',
      'social',
      'health',
      'police',
      'civil',
      'independent_school',
      'independent_care',
    ]),
    unit: text(),
    unitKind: z.enum(unitKinds),
    administrators: z.tuple([person, person]),
  })
  .refine(({ administrators: [one, other] }) => one.given !== other.given || one.family !== other.family, {
    path: ['administrators'],
    error: 'det ska vara två',
  })
type Founding = z.output<typeof founding>

/** The operator's file, or what is wrong with it. */
export function readFounding(file: string): Founding {
  const read = founding.safeParse(parsed(file))
  if (read.success) return read.data
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'filen'}: ${message}`)
  throw new PlainError(`Filen går inte att läsa.\n${wrong.join('\n')}`)
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file)
  } catch {
    return undefined
  }
}

type Does = { sql: Sql } & Pick<Deps, 'keys' | 'now' | 'newId' | 'randomBytes'>
export const linkDays = invitationDays

/** The two links, to be given by hand. Until one of them has been used it can be done again, and the earlier ones stop. */
export async function found({ sql, keys, now, newId, randomBytes }: Does, wanted: Founding) {
  const at = now()
  const ids = Array.from({ length: 8 }, newId)
  const known = (await listSettings({ sql })).find(({ name }) => name === wanted.name)
  const authority = known?.id ?? newId()
  const [people, invitations] = [ids.slice(2, 4), ids.slice(6, 8)]
  const wrapped = await Promise.all(
    people.map((id) => keys.wrap(id, randomBytes(32), randomBytes(nonceBytes))),
  )
  const municipalityName = municipalities.find(({ code }) => code === wanted.municipality)?.name
  const event = newId()
  const row = {
    id: event,
    at: at.toISOString(),
    act: 'organisation.found',
    outcome: 'done',
    request_id: event,
  }
  const digest = digestOf(
    { ...row, child_id: nilId, actor_id: null, engagement_id: null, object_id: authority },
    [],
  )
  const codes = invitations.map((id) => codeOf({ keys }, id))
  const until = new Date(at.getTime() + invitationDays * 86_400_000)
  const [said] = await sql<{ said: string }[]>`
    select found_organisation(${JSON.stringify({ ...wanted, municipalityName })}::text::jsonb, ${[authority, ...ids]}::uuid[],
      ${codes.map(hashOf)}::text[], array(select decode(w, 'hex') from unnest(${wrapped.map((one) => one.wrapped.toString('hex'))}::text[])
        with ordinality u (w, n) order by n), ${wrapped.map(({ version }) => version)}::int[], ${at.toISOString()}::timestamptz,
      ${until.toISOString()}::timestamptz, ${event}::uuid, decode(${digest}, 'hex')) as said`
  if (said?.said !== 'done')
    throw new PlainError(`${wanted.name} har redan administratörer. De utser fler själva, två tillsammans.`)
  return wanted.administrators.map(({ given, family }, place) => ({
    name: `${given} ${family}`,
    path: `${paths.invitation.to({})}?${new URLSearchParams({ kod: codes[place] ?? '' })}`,
  }))
}
