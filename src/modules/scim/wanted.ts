import { z } from 'zod'
import { words } from '#shared/fields.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type Refusal, schemas, type User, type WrongType } from './user.ts'

/** How the directory wants somebody to be, by the names that we keep. */
export type Attributes = Readonly<Record<string, unknown>>

/** Some directories write it as text. */
const isTrue = z.preprocess(
  (value) => (typeof value === 'string' ? written.get(value.toLowerCase()) : value),
  z.boolean('active är true eller false'),
)
const written = new Map([
  ['true', true],
  ['false', false],
])
const text = (most: number) =>
  words('texten är tom', most)
    .nullish()
    .transform((value) => value ?? undefined)
const wantedSchema = z.object({
  userName: words('userName behövs', 200),
  externalId: text(200),
  givenName: words('name.givenName behövs', 80),
  familyName: words('name.familyName behövs', 80),
  title: text(80).transform((title) => title ?? 'medarbetare'),
  phone: text(30).refine(
    (phone) => !phone || /^[+0-9 ()-]*$/.test(phone),
    'telefonnumret skrivs med siffror',
  ),
  unit: text(200),
  active: isTrue,
})
export type Wanted = z.output<typeof wantedSchema>

/** What we keep of a user, by its place in the resource in small letters. Everything else is left unread. */
const kept: Readonly<Record<string, keyof Wanted>> = {
  username: 'userName',
  externalid: 'externalId',
  'name.givenname': 'givenName',
  'name.familyname': 'familyName',
  title: 'title',
  active: 'active',
  'phonenumbers.value': 'phone',
  'enterprise.department': 'unit',
}

const wrong = (type: WrongType, detail: string): Result<never, Refusal> =>
  fail({ kind: 'invalid', type, detail })

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A place in the resource as `kept` has it: without the schema's name, and the number at work as the only one. */
const placeOf = (path: string): string =>
  path
    .toLowerCase()
    .replace(`${schemas.user.toLowerCase()}:`, '')
    .replace(schemas.enterprise.toLowerCase(), 'enterprise')
    .replace(/^enterprise[:.]/, 'enterprise.')
    .replace(/^phonenumbers(\[type eq "work"\])?(\.value)?$/, 'phonenumbers.value')

/** Each single value of what was sent, with its place. Of several numbers the one at work counts, else the first. */
function leaves(path: string, value: unknown): [place: string, value: unknown][] {
  if (Array.isArray(value)) {
    const all = value.filter(isObject)
    const one = all.find(({ type }) => type === 'work') ?? all[0]
    return [[placeOf(path), one?.['value'] ?? null]]
  }
  if (!isObject(value)) return [[placeOf(path), value === '' ? null : value]]
  return Object.entries(value).flatMap(([name, inner]) => leaves(path ? `${path}.${name}` : name, inner))
}

function put(now: Attributes, path: string, value: unknown): Attributes {
  const known = leaves(path, value).flatMap(([place, leaf]) =>
    Object.hasOwn(kept, place) ? [[kept[place], leaf]] : [],
  )
  return { ...now, ...Object.fromEntries(known) }
}

const attributesOf = ({ userName, externalId, givenName, familyName, title, phone, unit, active }: User) => ({
  ...{ userName, externalId, title, phone, unit, active },
  // Whoever is protected has no name here, and gets none from the directory.
  givenName: givenName ?? '–',
  familyName: familyName ?? '–',
})

export function readWanted(attributes: Attributes): Result<Wanted, Refusal> {
  const read = wantedSchema.safeParse(attributes)
  if (read.success) return ok(read.data)
  const [issue] = read.error.issues
  return wrong('invalidValue', `${issue?.path.join('.')}: ${issue?.message}`)
}

/** A whole resource: of somebody new, or in place of what there was. Nobody comes back because `active` was left out. */
export function readResource(body: unknown, now?: User): Result<Wanted, Refusal> {
  if (!isObject(body)) return wrong('invalidSyntax', 'En användare i JSON behövs')
  return readWanted(put({ active: now?.active ?? true, ...(now && nameOf(now)) }, '', body))
}
const nameOf = (user: User) =>
  user.givenName ? {} : { givenName: attributesOf(user).givenName, familyName: attributesOf(user).familyName }

const patchSchema = z.object({
  Operations: z
    .array(
      z.object({ op: z.string().toLowerCase(), path: z.string().optional(), value: z.unknown().optional() }),
    )
    .min(1)
    .max(100),
})
const pathSyntax = /^(urn:[\w.:-]+:)?[a-z][\w$-]*(\[[^[\]]+\])?(\.[a-z][\w$-]*)?$/i

/** The user after a PATCH (RFC 7644, 3.5.2). */
export function readPatch(body: unknown, now: User): Result<Wanted, Refusal> {
  const read = patchSchema.safeParse(body)
  if (!read.success) return wrong('invalidSyntax', 'Operations behövs, med op och value')
  let attributes: Attributes = attributesOf(now)
  for (const { op, path, value } of read.data.Operations) {
    if (path !== undefined && !pathSyntax.test(path))
      return wrong('invalidPath', `Jag förstår inte ${path.slice(0, 200)}`)
    if (op === 'remove') {
      if (path === undefined) return wrong('noTarget', 'Skriv vad som ska bort')
      attributes = put(attributes, path === schemas.enterprise ? `${path}:department` : path, null)
    } else if (op !== 'add' && op !== 'replace') {
      return wrong('invalidSyntax', 'op är add, replace eller remove')
    } else if (path === undefined && !isObject(value)) {
      return wrong('invalidSyntax', 'Utan path behöver value vara en användare')
    } else attributes = put(attributes, path ?? '', value)
  }
  return readWanted(attributes)
}
