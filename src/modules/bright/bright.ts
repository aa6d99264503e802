import { z } from 'zod'
import { addWorkingDays, type Day, swedishDay } from '#shared/dates.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'

export const brightBody = z.object({ words: sealedText })

type Writer =
  | { kind: 'child' }
  /** `called`: what the child calls them; undefined for those who may not know. */
  | { kind: 'guardian'; called: string | undefined }
  | { kind: 'unit'; name: string; unit: string }

/** Something that went well. It is never counted or compared. */
export type Bright = {
  id: string
  words: SealedText
  by: Writer
  mine: boolean
  at: Date
  /** From when others than the child and the writer see it. */
  opensOn: Day
}

/** The child sees it at once, the others on the next working day; what the child writes is for everybody at once. */
export const opensOn = (isChild: boolean, today: Day): Day => (isChild ? today : addWorkingDays(today, 1))

/** Something that somebody else has written, and that the reader could not see when they last looked. */
export const hasNew = (moments: readonly Bright[], lookedAt: Date, isChild: boolean): boolean =>
  moments.some(({ mine, at, opensOn: day }) =>
    mine ? false : isChild || swedishDay(at) === day ? at > lookedAt : day > swedishDay(lookedAt),
  )
