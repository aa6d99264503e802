import { audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { SessionKind } from '#shared/schema.ts'
import type { Session } from '../session.ts'
import { endSessions, listMySessions, listMySignIns } from '../session-store.ts'
import { type EarlierSignIns, earlierSignIns } from '../sign-ins.ts'

/** Where somebody is at home: whom they are signed in as. */
export const findHome = (deps: Deps, asking: Asking): Promise<Result<SessionKind, Misplaced>> =>
  audited(deps, 'session.home', asking, async ({ actor }) => ok(actor.kind))

/** Any request keeps a session alive; this one does nothing else. */
export const stay = (deps: Deps, asking: Asking): Promise<Result<Date, Misplaced>> =>
  audited(deps, 'session.stay', asking, async ({ actor }) => ok(actor.sessionEnds))

export const listSessions = (deps: Deps, asking: Asking): Promise<Result<Session[], Misplaced>> =>
  audited(deps, 'session.list', asking, async (work) => ok(await listMySessions(work, asking.session)))

/** Ends this session, one of my others, or all of them. Answers whether this one is over. */
export function endSession(
  deps: Deps,
  asking: Asking,
  which: 'this' | 'all' | { id: string },
): Promise<Result<{ signedOut: boolean }, Misplaced>> {
  return audited(deps, 'session.end', asking, async (work) => {
    if (typeof which === 'object') {
      const isThis = (await listMySessions(work, asking.session)).some((s) => s.isThis && s.id === which.id)
      endSessions(work, which)
      return ok({ signedOut: isThis })
    }
    endSessions(work, which === 'this' ? { hash: asking.session } : which)
    return ok({ signedOut: true })
  })
}

/** What a first page says of the sign-ins before this one. */
export const findSignIns = async (work: Work, { session }: Asking): Promise<EarlierSignIns | undefined> =>
  earlierSignIns(await listMySignIns(work, session))
