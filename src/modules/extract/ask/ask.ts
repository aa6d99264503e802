import { audited, type Work } from '#modules/audit'
import { type Child, openChild, veilWhatLeaves } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Extract, type Part, toAsk, withoutBarred } from '../extract.ts'
import { mayAskForExtract, mayOpenExtracts } from '../extract-policy.ts'
import { findMyBarred, findRelease } from '../extract-store.ts'
import { askKeeper, findKeepers, findMyExtracts } from '../keeper-store.ts'
import { findSeen, type Seen } from '../seen-access.ts'

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
    const canAsk =
      mayAskForExtract(known.value, work.today) && (await whomToAsk(work, extracts, asking)).length > 0
    return ok({ child: known.value.child, extracts, canAsk })
  })

const whomToAsk = async (work: Work, extracts: readonly Extract[], { childId }: AskingOfChild) =>
  toAsk(await findKeepers(work, childId), extracts)

/** Asks every unit that the person knows of, each for its own. Twice is once. */
export const ask = (
  deps: Deps,
  asking: AskingOfChild,
  submission: string,
): Promise<Result<'asked', Hidden | Misplaced>> =>
  audited(deps, 'extract.ask', asking, async (work): Promise<Result<'asked', Hidden>> => {
    const known = await openChild(work, asking.childId, mayOpenExtracts)
    if (!known.ok) return known
    if (!mayAskForExtract(known.value, work.today)) return refuse.notAllowed()
    const extracts = await findMyExtracts(work, asking.childId)
    if (extracts.some(({ id }) => id === submission)) return ok('asked')
    const walls = await whomToAsk(work, extracts, asking)
    if (walls.length === 0 && extracts.length === 0) return refuse.notAllowed()
    for (const [place, wall] of walls.entries())
      await askKeeper(work, asking.childId, { wall, requestId: place === 0 ? submission : work.newId() })
    work.about(submission)
    return ok('asked')
  })

export type Given = {
  child: Child
  givenOn: string
  /** Undefined in the oldest. */
  unit: string | undefined
  parts: readonly Part[]
  /** What the family has answered, and who has read: in the extract of the unit that carries the matter. */
  seen: Seen | undefined
  readerName: string
  at: Date
}

/** What was given, less what has been barred since, and what the person sees anyway, as it is now. */
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
    const parts = withoutBarred(given.parts, await findMyBarred(work, asking.childId))
    return ok({
      child: known.value.child,
      givenOn: given.givenOn,
      unit: given.unit,
      // The name of a place around a hidden child, or of somebody who works there, tells where it is.
      parts: hides ? parts.map((part) => ({ ...part, by: undefined, whose: undefined })) : parts,
      seen: given.carries ? await findSeen(work, known.value) : undefined,
      readerName: work.actor.name,
      at: work.at,
    })
  })
