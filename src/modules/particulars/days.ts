import type { Work } from '#modules/audit'
import { type Child, findIdentity, type Identity } from '#modules/children'

/** A child with the day it was born or is expected, for those who are told; and who a protected one is. */
export type Dated = Child & { identity?: Identity | undefined }

/** Undefined: who the child is lies sealed for the one who asks. */
export async function withDays(work: Work, child: Child): Promise<Dated | undefined> {
  if (child.person.kind === 'visible') return child
  const identity = child.person.kind === 'protected' ? await findIdentity(work, child.id) : undefined
  return identity && { ...child, identity, bornOn: identity.bornOn, expectedOn: identity.expectedOn }
}
