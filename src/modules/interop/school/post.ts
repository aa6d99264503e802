import { z } from 'zod'
import { personNumberIn } from '#shared/person-number.ts'

// What SS 12000:2020 says of a pupil, as far as we read it: where the pupil is enrolled. Everything else is left unread.

const enrolment = z.object({
  enroledAt: z.object({ id: z.uuid() }),
  startDate: z.iso.date(),
  endDate: z.iso.date().nullish(),
  cancelled: z.boolean().default(false),
})
const pupilSchema = z.object({
  meta: z.object({ modified: z.iso.datetime({ offset: true }) }),
  civicNo: z.object({
    value: z
      .string()
      .max(13)
      .refine((text) => personNumberIn(text) === text),
  }),
  securityMarking: z.enum(['Ingen', 'Sekretessmarkering', 'Skyddad folkbokföring']).default('Ingen'),
  enrolments: z.array(enrolment).max(60),
})
export type Pupil = z.output<typeof pupilSchema>

const pageSchema = z.object({
  data: z.array(z.unknown()).max(500),
  pageToken: z.string().max(2000).nullish(),
})

/** Why a register was not read on. Never what it said. */
export type SchoolFault =
  | 'no-answer'
  | 'refused'
  | 'too-large'
  | 'not-readable'
  | 'wrong-form'
  | 'out-of-order'
  | 'from-the-future'
  | 'never-ends'

export type SchoolPage = {
  pupils: readonly Pupil[]
  next: string | undefined
  fault: SchoolFault | undefined
}

const clockSkewMs = 5 * 60_000
export const momentOf = ({ meta }: Pupil) => new Date(meta.modified).getTime()

/** Everything up to the first that is not as it should be. `after`: the moment of what was read last. */
export function readPupils(text: string, after: number, now: Date): SchoolPage {
  const page = pageSchema.safeParse(parsed(text))
  if (!page.success) return { pupils: [], next: undefined, fault: 'wrong-form' }
  const pupils: Pupil[] = []
  const stop = (fault: SchoolFault): SchoolPage => ({ pupils, next: undefined, fault })
  let last = after
  for (const one of page.data.data) {
    // Whoever has no number is nobody that we can know.
    if (hasNoNumber.safeParse(one).success) continue
    const read = pupilSchema.safeParse(one)
    if (!read.success) return stop('wrong-form')
    const at = momentOf(read.data)
    if (at < last) return stop('out-of-order')
    if (at > now.getTime() + clockSkewMs) return stop('from-the-future')
    pupils.push(read.data)
    last = at
  }
  return { pupils, next: page.data.pageToken || undefined, fault: undefined }
}
const hasNoNumber = z.object({ civicNo: z.null().optional() })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where the pupil is enrolled, of the schools that we know. What was cancelled, or ends before it begins, never was. */
export const placesOf = ({ enrolments }: Pupil, units: Readonly<Record<string, string>>) =>
  enrolments.flatMap(({ enroledAt, startDate, endDate, cancelled }) => {
    const unitId = Object.hasOwn(units, enroledAt.id) ? units[enroledAt.id] : undefined
    const isTrue = !cancelled && (!endDate || endDate >= startDate)
    return unitId && isTrue ? [{ unitId, from: startDate, to: endDate ?? undefined }] : []
  })
