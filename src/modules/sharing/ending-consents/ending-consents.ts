import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Ending, findEnding } from '../ending-store.ts'

export type EndingConsents = { ending: readonly Ending[]; next: string | undefined }

/** The consents that end soon or have ended, among the children whose matter the person works with. */
export const listEndingConsents = (
  deps: Deps,
  asking: Asking,
  after: string | undefined,
): Promise<Result<EndingConsents, Misplaced>> =>
  audited(deps, 'consents.ending', asking, async (work) => {
    const found = await findEnding(work, { after })
    work.shown([...new Set(found.ending.map(({ childId }) => childId))])
    return ok(found)
  })
