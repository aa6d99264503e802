import { z } from 'zod'
import { choice, day, mayTell, told } from '#shared/fields.ts'
import { one, type Typed } from '#shared/form-reading.ts'
import type { PartyPart } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

// Fields that several of the meeting's forms share.

/** A clock as people write it: 14:30, 14.30 or 1430. */
const clock = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .regex(/^([01]?\d|2[0-3])[.:]?[0-5]\d$/, missing)
    .transform((text) => {
      const digits = text.replace(/[.:]/, '').padStart(4, '0')
      return `${digits.slice(0, 2)}:${digits.slice(2)}`
    })

export const lengths = ['30', '45', '60', '75', '90', '120'] as const
export const usualLength = '60'

export const timeAndPlace = {
  day: day('Välj en dag som finns, till exempel 2026-12-08'),
  time: clock('Skriv vilken tid, till exempel 14.30'),
  minutes: choice(lengths, 'Välj hur länge ni ses').transform(Number),
  place: told('Skriv var ni ses, eller länken till videomötet', 300),
}

/** Boxes that were ticked, each with an id; whatever is no id is left out. */
const ids = z
  .union([z.string().transform((only) => [only]), z.array(z.string())])
  .optional()
  .transform((all = []) => [...new Set(all)].filter((id) => z.uuid().safeParse(id).success))

export const whoComes = {
  child: z.literal('ja').optional().catch(undefined),
  guardians: ids,
  colleagues: ids,
  units: ids,
  holds: ids,
  prepareFamily: mayTell(500),
}

export const partOf = (unitId: string) => `part-${unitId}`
export const prepareOf = (unitId: string) => `prepare-${unitId}`

export type ChosenUnit = { unitId: string; part: PartyPart | undefined; prepare: SealedText | undefined }

/** What was said of each unit that was ticked. Too long a text counts as none: it is only an offer. */
export const readUnits = (typed: Typed, unitIds: readonly string[]): ChosenUnit[] =>
  unitIds.map((unitId) => {
    const part = one(typed, partOf(unitId))
    const prepare = mayTell(500).safeParse(one(typed, prepareOf(unitId)))
    return {
      unitId,
      part: part === 'whole' || part === 'own' ? part : undefined,
      prepare: prepare.success ? prepare.data : undefined,
    }
  })
