import { auditedUnsigned } from '#modules/audit'
import { type Asking, hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { besideMinutes } from '../hand-over/hand-over.ts'
import { type Holder, openWithCode } from '../paper-store.ts'

type Opened = Result<{ token: string; childId: string }, { kind: 'not-found' }>

/** The code opens a session of the child's, about that meeting. Whatever else the browser was signed in to is over. */
export function usePaper(deps: Deps, asking: Asking, code: string): Promise<Opened> {
  const token = deps.randomBytes(32).toString('base64url')
  return auditedUnsigned(
    deps,
    'meeting-paper.use',
    { ...asking, session: hashOf(token) },
    async (work): Promise<Opened> => {
      const holder: Holder | undefined = await openWithCode(deps, work, {
        code,
        replaced: asking.session,
        token,
        idleMinutes: besideMinutes.idle,
        until: new Date(work.at.getTime() + besideMinutes.longest * 60_000),
      })
      if (!holder) return refuse.notFound()
      work.became(holder.personId)
      return ok({ token, childId: holder.childId })
    },
  )
}
