import type { Work } from '#modules/audit'
import { type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { KnownChild, Standing } from './child.ts'
import { findKnownChild } from './child-store.ts'

/** How every use-case about a child begins: load it, then ask whether this person may. */
export async function openChild(
  work: Work,
  childId: string,
  may: (standing: Standing) => boolean,
): Promise<Result<KnownChild, Hidden>> {
  const known = await findKnownChild(work, childId)
  if (!known) return refuse.notFound()
  return may(known.standing) ? ok(known) : refuse.notAllowed()
}
