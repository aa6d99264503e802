import { audited } from '#modules/audit'
import { type Child, openChild, veilWhatLeaves } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Extract, type Part, withoutBarred } from '../extract.ts'
import { mayAskForExtract, mayOpenExtracts } from '../extract-policy.ts'
import { askForExtract, findMyBarred, findMyExtracts, findRelease } from '../extract-store.ts'

export type MyExtracts = { child: Child; extracts: readonly Extract[]; canAsk: boolean }

/** What the person has asked for, and a way to ask. */
export const showExtracts = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<MyExtracts, Hidden | Misplaced>> =>
  audited(deps, 'extract.show', asking, async (work): Promise<Result<MyExtracts, Hidden>> => {
    const known = await openChild(work, asking.childId, mayOpenExtracts)
    if (!known.ok) return known
    const extracts = await findMyExtracts(work, asking.childId)
    const waits = extracts.some(({ isAnswered }) => !isAnswered)
    return ok({
      child: known.value.child,
      extracts,
      canAsk: !waits && mayAskForExtract(known.value, work.today),
    })
  })

/** Asks for what is written. Twice is once. */
export const ask = (
  deps: Deps,
  asking: AskingOfChild,
  submission: string,
): Promise<Result<'asked', Hidden | Misplaced>> =>
  audited(deps, 'extract.ask', asking, async (work): Promise<Result<'asked', Hidden>> => {
    const known = await openChild(work, asking.childId, mayOpenExtracts)
    if (!known.ok) return known
    if (!mayAskForExtract(known.value, work.today)) return refuse.notAllowed()
    if (!(await askForExtract(work, asking.childId, submission))) return refuse.notAllowed()
    work.about(submission)
    return ok('asked')
  })

export type Given = { child: Child; givenOn: string; parts: readonly Part[]; readerName: string; at: Date }

/** What was given, less what has been barred since. */
export const takeOut = (
  deps: Deps,
  asking: AskingOfChild,
  requestId: string,
): Promise<Result<Given, Hidden | Misplaced>> =>
  audited(deps, 'extract.take-out', asking, async (work): Promise<Result<Given, Hidden>> => {
    const known = await openChild(work, asking.childId, mayOpenExtracts)
    if (!known.ok) return known
    if (!mayAskForExtract(known.value, work.today)) return refuse.notAllowed()
    const hides = await veilWhatLeaves(work, asking.childId)
    const given = await findRelease(work, asking.childId, requestId)
    if (!given) return refuse.notFound()
    work.about(requestId)
    const parts = withoutBarred(given.parts, await findMyBarred(work))
    return ok({
      child: known.value.child,
      givenOn: given.givenOn,
      // The name of somebody who works with a hidden child tells where it is.
      parts: hides ? parts.map((part) => ({ ...part, by: undefined })) : parts,
      readerName: work.actor.name,
      at: work.at,
    })
  })
