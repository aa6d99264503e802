import type { OfferedTime } from '#modules/directory'
import type { Day } from '#shared/dates.ts'
import type { Visible } from '#shared/person.ts'
import type { SealedText } from '#shared/sealed.ts'

/** Whose turn it is. */
export type Turn = 'asked' | 'answered' | 'closed'

/** A question to another unit with no child named, as one of the two units sees it. */
export type Consultation = {
  id: string
  from: string
  toUnitId: string
  to: string
  /** Asked by the one who reads. */
  mine: boolean
  /** Asked by the unit of the one who reads; else to it. */
  ours: boolean
  askedOn: Day
  turn: Turn
}

export type Message = {
  id: string
  fromAsker: boolean
  mine: boolean
  /** A function and a unit, never a name. */
  who: string
  at: Date
  words: SealedText
}

/** A time that has been taken for the question. */
export type Booking = {
  id: string
  time: Pick<OfferedTime, 'startsAt' | 'minutes'>
  /** The unit has taken it back. */
  off: boolean
  isAhead: boolean
}

/** Whom it was about, where that may be known. */
export type LinkedChild = { childId: string; person: Visible; agreedOn: Day }

/** A child's name that the writer can see. */
export type NameSeen = { givenName: string; familyName: string | undefined }

export const turnWords = ({ turn, ours }: Pick<Consultation, 'turn' | 'ours'>): string => {
  if (turn === 'closed') return 'Stängd'
  return (turn === 'asked') === ours ? 'Väntar på dem' : 'Väntar på er'
}
