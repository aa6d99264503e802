import { z } from 'zod'
import { personNumberIn } from '#shared/person-number.ts'
import { type PageOf, parsed, type SchoolFault } from './page.ts'
import type { SchoolSettings } from './source.ts'

// What SS 12000:2020 says of a pupil, as far as we read it: where the pupil is enrolled or placed. All else is left unread.

const moment = z.object({ modified: z.iso.datetime({ offset: true }) })
const interval = { startDate: z.iso.date(), endDate: z.iso.date().nullish() }
const enrolment = z.object({
  enroledAt: z.object({ id: z.uuid() }),
  ...interval,
  cancelled: z.boolean().default(false),
})
/** In preschool or after school. */
const placement = z.object({ meta: moment.optional(), placedAt: z.object({ id: z.uuid() }), ...interval })
const pupilSchema = z.object({
  /** Who the pupil is in the register: classes are told of by it. */
  id: z.uuid(),
  meta: moment,
  civicNo: z.object({
    value: z
      .string()
      .max(13)
      .refine((text) => personNumberIn(text) === text),
  }),
  securityMarking: z.enum(['Ingen', 'Sekretessmarkering', 'Skyddad folkbokföring']).default('Ingen'),
  enrolments: z.array(enrolment).max(60),
  _embedded: z.object({ placements: z.array(placement).max(60).optional() }).optional(),
})
export type Pupil = z.output<typeof pupilSchema>

const clockSkewMs = 5 * 60_000
export const momentOf = ({ meta }: Pick<Pupil, 'meta'>) => new Date(meta.modified).getTime()

/** When the latest of what is told was changed: where a pupil is placed may be without the pupil being so. */
export const toldAt = ({ meta, _embedded }: Pupil): string =>
  (_embedded?.placements ?? []).reduce(
    (latest, { meta: own }) => (own && momentOf({ meta: own }) > Date.parse(latest) ? own.modified : latest),
    meta.modified,
  )

type Reading = { after: number; now: Date; tells: SchoolSettings['tells'] }

/** Everything up to the first that is not as it should be. `after`: the moment of what was read last. */
export function readPupils(text: string, { after, now, tells }: Reading): PageOf<Pupil> {
  const page = parsed(text)
  const pupils: Pupil[] = []
  const stop = (fault: SchoolFault) => ({ found: pupils, next: undefined, fault })
  if (!page) return stop('wrong-form')
  let last = after
  for (const one of page.data) {
    // Whoever has no number is nobody that we can know.
    if (hasNoNumber.safeParse(one).success) continue
    const read = pupilSchema.safeParse(one)
    if (!read.success) return stop('wrong-form')
    if (tells.includes('placements') && !read.data._embedded?.placements) return stop('wrong-form')
    const at = momentOf(read.data)
    if (at < last) return stop('out-of-order')
    if (Date.parse(toldAt(read.data)) > now.getTime() + clockSkewMs) return stop('from-the-future')
    pupils.push(read.data)
    last = at
  }
  return { found: pupils, next: page.next, fault: undefined }
}
const hasNoNumber = z.object({ civicNo: z.null().optional() })

type Place = { unitId: string; from: string; to: string | undefined }
const lastDay = ({ to }: Place) => to ?? '9999-12-31'
const isSame = (one: Place, other: Place) => one.unitId === other.unitId && one.from === other.from

/** Said twice of the same, the narrowest holds. */
const narrowest = (places: readonly Place[]) =>
  places.filter((one) => places.every((other) => !isSame(one, other) || lastDay(one) <= lastDay(other)))
/** Enrolled and placed at the same school from the same day, a pupil is there until the last of them ends. */
const widest = (places: readonly Place[], others: readonly Place[]) =>
  places.filter((one) => others.every((other) => !isSame(one, other) || lastDay(one) >= lastDay(other)))

/** Where the pupil goes, of the schools that we know. What was cancelled, or ends before it begins, never was. */
export function placesOf({ enrolments, _embedded }: Pupil, units: SchoolSettings['units']): Place[] {
  const placeAt = (
    id: string,
    { startDate, endDate }: Pick<z.output<typeof placement>, keyof typeof interval>,
  ) => {
    const unitId = Object.hasOwn(units, id) ? units[id] : undefined
    const isTrue = !endDate || endDate >= startDate
    return unitId && isTrue ? [{ unitId, from: startDate, to: endDate ?? undefined }] : []
  }
  const held = enrolments.filter(({ cancelled }) => !cancelled)
  const enrolled = narrowest(held.flatMap((one) => placeAt(one.enroledAt.id, one)))
  const placed = narrowest((_embedded?.placements ?? []).flatMap((one) => placeAt(one.placedAt.id, one)))
  return [...widest(enrolled, placed), ...widest(placed, enrolled)]
}
