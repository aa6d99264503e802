import type { Standing } from '#modules/children'
import type { Party } from './meeting.ts'

/** Those who carry the matter call, change and hold; the family and other units take part. */
export const mayCall = (standing: Standing): boolean =>
  standing.relation === 'lead' && standing.matterId !== undefined

/** Whoever has a part in the child's meetings; which of them, and how much, follows from the part. */
export const mayRead = (standing: Standing): boolean => standing.part !== undefined

/** One's own answer; those who carry the matter note what they are told, by telephone for instance. */
export const mayAnswerFor = (standing: Standing, party: Party): boolean =>
  mayRead(standing) && (party.mine || standing.relation === 'lead')

/** The child, of what was decided: told, and taking part. */
export const mayTellAfterwards = ({ relation, open, part }: Standing): boolean =>
  relation === 'self' && open && part !== undefined

/** Who learns what is the family's choice; another unit sees nothing of the others' yes. */
export const mayKnowWhoLearns = ({ relation }: Standing): boolean => relation !== 'party'

/** A unit is asked for a time by those who work in units. */
export const mayHaveTimesHeld = (actor: { engagementId: string | undefined }): boolean =>
  actor.engagementId !== undefined

/** Whoever it waits for, as long as they work with the child or take part around it. */
export const mayTellChild = (standing: Standing): boolean =>
  standing.relation === 'lead' || standing.relation === 'party'
