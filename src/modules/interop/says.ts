import type { Day } from '#shared/dates.ts'
import type { Person } from '#shared/person.ts'
import type { RegisterFact } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

/** Something that the population register has told about a child, as the BBA meets it. */
export type Says = {
  id: string
  fact: RegisterFact
  /** The guardian it is about, where it is about one whom we know. */
  person: Person | undefined
  /** A new guardian, before anybody has said yes. */
  stranger: { givenName: string; familyName: string } | undefined
  /** The child's new number, before anybody has answered. */
  newNumber: string | undefined
  /** The school, where it is about one. */
  place: { unit: string; from: Day | undefined } | undefined
  toldOn: Day
  answered: { on: Day; accepted: boolean; note: SealedText | undefined } | undefined
  /** The first of two has said that it is this person. */
  firstSameAs: string | undefined
  firstIsMe: boolean
}

/** Only this lets somebody know more than before, or changes whom the register speaks of: it waits for a yes or a no. */
export const waitsForYes = ({ fact }: Says): boolean =>
  fact === 'new_guardian' || fact === 'new_school' || fact === 'new_number'
