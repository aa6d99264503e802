import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type Colleague, listColleagues } from '#modules/organisations'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { TaskKind } from '#shared/schema.ts'
import { mayNote, maySeeConsents } from '../consent-policy.ts'
import { type ConsentBasis, findBases, findGuardians, findWaitingSteps } from '../consent-store.ts'
import { findPartyUnits } from '../grant-store.ts'
import type { PartyUnit } from '../sharing.ts'
import type { GuardianOfChild, Sheet } from '../sheet.ts'
import { findSheets } from '../sheet-store.ts'

/** Every question to the family about the child, and where it stands. */
export type Overview = { child: Child; sheets: readonly Sheet[]; leads: LeadsView | undefined }

/** What only those who carry the matter see. */
export type LeadsView = {
  guardians: readonly GuardianOfChild[]
  /** Units that take part, or may be let in now. */
  parties: readonly PartyUnit[]
  /** Whom the family could meet in a unit that is to be let in. */
  colleagues: ReadonlyMap<string, readonly Colleague[]>
  /** What has happened that somebody should go on from. */
  steps: readonly { kind: TaskKind; consentId: string }[]
  matterId: string | undefined
  /** Why just these answer, by consent. */
  bases: ReadonlyMap<string, ConsentBasis>
}

export const showConsents = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<Overview, Hidden | Misplaced>> =>
  audited(deps, 'consents.show', asking, (work) => openOverview(work, asking.childId))

export async function openOverview(work: Work, childId: string): Promise<Result<Overview, Hidden>> {
  const known = await openChild(work, childId, maySeeConsents)
  if (!known.ok) return known
  const { child, standing } = known.value
  const sheets = await findSheets(work, childId)
  const leads = standing.relation === 'lead' ? await leadsView(work, childId, standing.matterId) : undefined
  return ok({ child, sheets, leads })
}

async function leadsView(work: Work, childId: string, matterId: string | undefined): Promise<LeadsView> {
  const [guardians, parties, steps, bases] = await Promise.all([
    findGuardians(work, childId, matterId),
    findPartyUnits(work, childId),
    findWaitingSteps(work, childId),
    findBases(work, childId),
  ])
  const colleagues = await Promise.all(
    parties.map(async ({ unitId }) => [unitId, await listColleagues(work, unitId)] as const),
  )
  return { guardians, parties, colleagues: new Map(colleagues), steps, matterId, bases }
}

/** The BBA has read the answers and knows how to go on: what waited about this sheet is done. */
export function goOn(
  deps: Deps,
  asking: AskingOfChild & { consentId: string },
): Promise<Result<'done', Hidden | Misplaced>> {
  return audited(deps, 'consent.go-on', asking, async (work): Promise<Result<'done', Hidden>> => {
    const known = await openChild(work, asking.childId, mayNote)
    if (!known.ok) return known
    const { childId, consentId } = asking
    work.about(consentId)
    await finishTasks(work, {
      childId,
      kinds: ['consent_answered', 'consent_withdrawn'],
      aboutId: consentId,
    })
    return ok('done')
  })
}
