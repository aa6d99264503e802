import type { Standing } from '#modules/children'

// Read by the use-cases, the buttons and the tests. The walls of the database say the same from the same facts.

type Rule = (standing: Standing) => boolean

/** Those who carry the matter, the family that has been told, and units as far as their part reaches. */
export const mayReadPlan: Rule = ({ open, part }) => open && part !== undefined

/** The whole of it: a party with its own part reads only that. */
export const mayReadWholePlan: Rule = ({ open, part }) => open && part === 'whole'

export const mayWritePlan: Rule = ({ writesPlan }) => writesPlan

/** Begins, lets units in, asks somebody to lead, and ends: those who carry the open matter. */
export const mayCarryPlan: Rule = ({ relation, matterId }) => relation === 'lead' && matterId !== undefined

/** Who takes part, and how much each reads: the family, and those who write. */
export const mayReadParties: Rule = ({ relation, open, part, writesPlan }) =>
  open && part === 'whole' && (writesPlan || relation === 'guardian' || relation === 'self')

/** Says for themselves, or for their unit, whether they go along with the plan. */
export const mayAgree: Rule = mayReadPlan

/** Notes what others have said, as from a telephone call. */
export const mayNoteAgreements: Rule = mayCarryPlan

/** Guardian and child answer whether it helped. */
export const mayAnswerHelped: Rule = ({ relation, open }) =>
  open && (relation === 'guardian' || relation === 'self')

/** The family ends the collaboration whenever it wants. For a child its guardians do; the grown-up does it alone. */
export const mayEndForFamily = ({ relation, open }: Standing, isAdult: boolean): boolean =>
  open && (relation === 'guardian' || (relation === 'self' && isAdult))

/** Who may know why somebody does not agree is the wall's to say; who may see the page is the same as the plan's. */
export const mayAnswerAboutLead: Rule = ({ relation, part }) =>
  part === 'whole' && (relation === 'lead' || relation === 'party')
