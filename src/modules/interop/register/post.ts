import { z } from 'zod'
import { type Day, swedishDay } from '#shared/dates.ts'
import { isCoordinationNumber, personNumberIn } from '#shared/person-number.ts'
import { fail, ok, type Result } from '#shared/result.ts'

const number = z
  .string()
  .max(13)
  .refine((text) => personNumberIn(text) === text)
const name = z.string().min(1).max(100).nullable()
const interval = { from: z.iso.date(), to: z.iso.date().nullable() }

/** All that the population register says of somebody, and that we read. Anything else in it is left unread. */
const postSchema = z.object({
  number,
  status: z.enum(['registered', 'deregistered', 'deceased']),
  protection: z.enum(['none', 'sekretessmarkering', 'skyddad_folkbokforing']),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  /** The number that has taken this one's place: of what it held itself, nothing more is told. */
  referredTo: number.nullish(),
  /** Who has custody of the one it is about. A name that is withheld is null. */
  guardians: z.array(z.object({ number, givenName: name, familyName: name, ...interval })).max(12),
  /** Whom the one it is about has custody of. */
  wards: z.array(z.object({ number, ...interval })).max(60),
})
export type Post = z.output<typeof postSchema>

const changeSchema = z.object({ sequence: z.int().positive(), at: z.iso.datetime(), post: postSchema })
export type Change = z.output<typeof changeSchema>

const pageSchema = z.object({ changes: z.array(z.unknown()).max(1000), more: z.boolean() })
const answerSchema = z.object({ at: z.iso.datetime(), post: postSchema.nullable() })

/** Why the register was not read on. Never what it said. */
export type Fault =
  | 'no-answer'
  | 'refused'
  | 'too-large'
  | 'not-readable'
  | 'wrong-form'
  | 'gap'
  | 'repeated'
  | 'from-the-future'
  | 'someone-else'

/** What can be taken, in order, and why it ends there, if it does. */
export type Page = { changes: readonly Change[]; more: boolean; fault: Fault | undefined }

/** Population registers, whoever runs them. */
export type PopulationRegister = {
  changesAfter: (sequence: number) => Promise<Result<string, Fault>>
  person: (number: string) => Promise<Result<string, Fault>>
}

const clockSkewMs = 5 * 60_000
/** The codes of the county's municipalities begin with it. */
const county = '07'

/**
 * Everything up to the first that is not as it should be: what comes after may rest on what we could not read. What we
 * have had before is passed over, however often it comes.
 */
export function readPage(text: string, after: number, now: Date): Page {
  const page = pageSchema.safeParse(parsed(text))
  if (!page.success) return { changes: [], more: false, fault: 'wrong-form' }
  const changes: Change[] = []
  const stop = (fault: Fault): Page => ({ changes, more: false, fault })
  let last = after
  for (const one of page.data.changes) {
    const read = changeSchema.safeParse(one)
    if (!read.success) return stop('wrong-form')
    const { sequence, at } = read.data
    if (sequence <= after) continue
    if (sequence === last) return stop('repeated')
    if (sequence !== last + 1) return stop('gap')
    if (isAhead(at, now)) return stop('from-the-future')
    changes.push(read.data)
    last = sequence
  }
  // A register that says there is more and gives nothing would be asked for ever.
  return { changes, more: page.data.more && changes.length > 0, fault: undefined }
}

/** What it says of the one we asked about; undefined: nobody that it knows. */
export function readPerson(
  text: string,
  asked: string,
  now: Date,
): Result<Omit<Change, 'sequence'> | undefined, Fault> {
  const read = answerSchema.safeParse(parsed(text))
  if (!read.success) return fail('wrong-form')
  const { at, post } = read.data
  if (!post) return ok(undefined)
  if (post.number !== asked) return fail('someone-else')
  return isAhead(at, now) ? fail('from-the-future') : ok({ at, post })
}

const isAhead = (at: string, now: Date) => new Date(at).getTime() > now.getTime() + clockSkewMs

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Has moved out of the county, or left the register: not by getting another number. */
export const hasLeft = ({ status, municipality, referredTo }: Post): boolean =>
  !referredTo && (status === 'deregistered' || (municipality !== null && !municipality.startsWith(county)))

/** The person number that the one it is about has got; never of somebody who is protected or has died. */
export const newNumberIn = ({ number: own, status, protection, referredTo }: Post): string | undefined =>
  referredTo &&
  referredTo !== own &&
  !isCoordinationNumber(referredTo) &&
  protection === 'none' &&
  status !== 'deceased'
    ? referredTo
    : undefined

/**
 * Those who have custody on a day. Said several times of the same, all must agree: the narrowest holds. Nobody has
 * custody of themselves.
 */
export function guardiansOn({ number: own, guardians }: Post, now: Date): Post['guardians'] {
  const holds = holdsOn(swedishDay(now))
  return guardians.filter(
    (one, place) =>
      one.number !== own &&
      guardians.findIndex((other) => other.number === one.number) === place &&
      guardians.every((other) => other.number !== one.number || holds(other)),
  )
}

export const wardsOn = ({ wards }: Post, now: Date): string[] => {
  const holds = holdsOn(swedishDay(now))
  const ended = new Set(wards.filter((one) => !holds(one)).map((one) => one.number))
  return [...new Set(wards.map((one) => one.number))].filter((one) => !ended.has(one))
}

const holdsOn = (today: Day) => (one: { from: Day; to: Day | null }) =>
  one.from <= today && (one.to === null || one.to > today)
