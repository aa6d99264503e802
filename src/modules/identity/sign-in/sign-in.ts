import { auditedUnsigned } from '#modules/audit'
import { type Asking, hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Issuer, NotProved, Proof } from '../issuer.ts'
import { knowGuardian, noteNumber, startSession, takeInvitation } from '../session-store.ts'

export type SignedIn = Result<{ token: string }, NotProved | { kind: 'unknown-person' }>

/** Asks the population register about a guardian before they are let in. */
export type Recheck = (number: string) => Promise<unknown>

/** Begins a session for the one whom the issuer vouches for; in any case one row tells of it. */
export async function signIn(
  deps: Deps,
  asking: Asking,
  issuer: Issuer,
  proof: Result<Proof, NotProved>,
  { invitation, recheck }: { invitation?: string | undefined; recheck?: Recheck | undefined } = {},
): Promise<SignedIn> {
  const number = proof.ok && issuer.kind === 'family' ? proof.value.number : undefined
  const token = deps.randomBytes(32).toString('base64url')
  const hash = hashOf(token)
  const done = await auditedUnsigned(
    deps,
    'session.begin',
    { ...asking, session: hash },
    async (work): Promise<SignedIn> => {
      if (!proof.ok) return proof
      const { subject, ageSeconds } = proof.value
      if (invitation !== undefined && issuer.kind === 'staff')
        await takeInvitation(work, hashOf(invitation), issuer.id, subject)
      const numberHash = number && deps.keys.hash('identifier', number)
      if (numberHash) await knowGuardian(work, issuer.id, subject, numberHash)
      const personId = await startSession(work, {
        hash,
        replaced: asking.session,
        kind: issuer.kind,
        issuer: issuer.id,
        subject,
        authenticatedAt: new Date(work.at.getTime() - ageSeconds * 1000),
      })
      if (!personId) return fail({ kind: 'unknown-person' })
      work.became(personId)
      if (numberHash) await noteNumber(work, issuer.id, subject, numberHash)
      return ok({ token })
    },
  )
  // The number is known by now, also the first time. What narrows holds before the session can be used.
  if (done.ok && number) await recheck?.(number)
  return done
}
