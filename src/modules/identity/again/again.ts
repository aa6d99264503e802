import { audited } from '#modules/audit'
import { type Asking, hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Misplaced } from '#shared/refusal.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Issuer, NotProved, Proof } from '../issuer.ts'
import { findMyIssuer, isMe, renewSession } from '../session-store.ts'
import { type SignedIn, signIn } from '../sign-in/sign-in.ts'

/** Who vouched for the person, and so is asked again. */
export const openAgain = (deps: Deps, asking: Asking): Promise<Result<string | undefined, Misplaced>> =>
  audited(deps, 'session.open-again', asking, async (work) => ok(await findMyIssuer(work, asking.session)))

type Again = Result<
  { token: string },
  NotProved | { kind: 'unknown-person' } | { kind: 'other-person' } | Misplaced
>

/**
 * The one who is signed in has shown anew who they are: the session gets another token and is as new as the proof.
 * When somebody else came back nothing changes. A session that ran out meanwhile begins anew.
 */
export async function signInAgain(
  deps: Deps,
  asking: Asking,
  issuer: Issuer,
  proof: Result<Proof, NotProved>,
): Promise<Again | SignedIn> {
  const token = deps.randomBytes(32).toString('base64url')
  const renewed = await audited(deps, 'session.again', asking, async (work): Promise<Again> => {
    if (!proof.ok) return proof
    const { subject, ageSeconds } = proof.value
    if (!(await isMe(work, issuer.id, subject))) return fail({ kind: 'other-person' })
    renewSession(work, hashOf(token), new Date(work.at.getTime() - ageSeconds * 1000))
    return ok({ token })
  })
  const ranOut = !renewed.ok && renewed.error.kind === 'signed-out'
  return ranOut ? signIn(deps, asking, issuer, proof) : renewed
}
