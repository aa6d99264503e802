import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addUndertakings, listUnsigned } from '../session-store.ts'

/** A new version when the text of the page is changed. */
const textVersion = 1

export type Unsigned = readonly { id: string; unit: string }[]

/** The places of work that open nothing until their undertaking is signed; hidden for whoever has none. */
export const openUndertaking = (deps: Deps, asking: Asking): Promise<Result<Unsigned, Hidden | Misplaced>> =>
  audited(deps, 'session.open-undertaking', asking, async (work): Promise<Result<Unsigned, Hidden>> => {
    const unsigned = await listUnsigned(work)
    return unsigned.length > 0 ? ok(unsigned) : refuse.notFound()
  })

/** Signs with the name that the sign-in has shown. Sent twice it is signed once. */
export const signUndertaking = (deps: Deps, asking: Asking): Promise<Result<'signed', Hidden | Misplaced>> =>
  audited(deps, 'session.sign-undertaking', asking, async (work): Promise<Result<'signed', Hidden>> => {
    const unsigned = await listUnsigned(work)
    if (work.actor.kind !== 'staff') return refuse.notAllowed()
    if (unsigned.length > 0)
      await addUndertakings(
        work,
        unsigned.map(({ id }) => id),
        textVersion,
      )
    return ok('signed')
  })
