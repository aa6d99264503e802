import { auditedUnsigned, type UnsignedWork } from '#modules/audit'
import type { Deps } from '#shared/db.ts'
import { ok } from '#shared/result.ts'
import { asking } from './take.ts'

/** One transaction of the program's own, about no child. */
export async function quietly<T>(deps: Deps, work: (work: UnsignedWork) => Promise<T>): Promise<T> {
  const done = await auditedUnsigned(deps, 'job.register-read', asking(deps), async (own) =>
    ok(await work(own)),
  )
  if (!done.ok) throw new Error('nothing here refuses')
  return done.value
}
