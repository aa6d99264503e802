import { ageOn, type Day } from '#shared/dates.ts'
import type { Person } from '#shared/person.ts'
import { inWords, say } from '#ui/say.tsx'

/** A child as those who may know of it see it. */
export type Child = {
  id: string
  person: Person
  bornOn: Day | undefined
  expectedOn: Day | undefined
  provisional: boolean
  /** Says so where the birth date is sealed for the one who asks. */
  grownUp?: boolean | undefined
}

/**
 * What the person who asks is to the child. `lead`: works in the unit that carries the matter. `party`: another unit's
 * part in plan and meetings. `colleague`: knows the child in daily work. `guardian` and `self`: the family.
 */
export type Relation = 'lead' | 'party' | 'colleague' | 'guardian' | 'self'

/** Everything a policy needs to know about somebody and a child. */
export type Standing = {
  relation: Relation
  /** Family: has been told what the model is, and nothing says that they must not know. Staff: always true. */
  open: boolean
  /** How much of plan and meetings, if anything. */
  part: 'whole' | 'own' | undefined
  /** Writes the plan: carries the matter, or leads the collaboration. */
  writesPlan: boolean
  /** Is the BBA of the open matter, in person. */
  isLeadInPerson: boolean
  /** Holds the BBA function of the unit, or stands in for it. */
  holdsFunction: boolean
  /** The open matter, for those who carry it. */
  matterId: string | undefined
}

/** A child and what the person who asks is to it. */
export type KnownChild = { child: Child; standing: Standing }

/** From eighteen on, nobody else is told for the child. */
export const isGrownUp = (
  { bornOn, grownUp = false }: Pick<Child, 'bornOn' | 'grownUp'>,
  today: Day,
): boolean => (bornOn === undefined ? grownUp : ageOn(bornOn, today) >= 18)

/** Young enough for the plan to open with pictures; from twelve on, with plain words. */
export const beginsWithPictures = ({ bornOn, grownUp = false }: Child, today: Day): boolean =>
  bornOn === undefined ? !grownUp : ageOn(bornOn, today) < 12

/** `8 år`, `5 månader`, `väntas i mars` or nothing. */
export function ageText({ bornOn, expectedOn }: Child, today: Day): string {
  if (bornOn && bornOn <= today) {
    const years = ageOn(bornOn, today)
    if (years >= 1) return say('{age} år', { age: years })
    const months = monthsBetween(bornOn, today)
    return months === 0 ? say('nyfödd') : say('{months, plural, one {# månad} other {# månader}}', { months })
  }
  return expectedOn ? say('väntas i {month}', { month: monthName(new Date(expectedOn)) }) : ''
}

const monthName = inWords({ month: 'long' })

function monthsBetween(from: Day, to: Day): number {
  const whole =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  return to.slice(8) >= from.slice(8) ? whole : whole - 1
}
