import { audited, type Work } from '#modules/audit'
import type { KnownChild } from '#modules/children'
import { findPartyUnits } from '#modules/sharing'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { bodyAsText } from '#shared/sealed.ts'
import { type Agreement, type Asked, keyOf } from '../agreement.ts'
import { addAgreement, findAgreementRows, findFamilyToAsk, openAgreements } from '../agreement-store.ts'
import { type OpenedPlan, openPlan } from '../plan-access.ts'
import { mayAgree, mayNoteAgreements } from '../plan-policy.ts'
import { findLeads, type Leads } from '../plan-store.ts'
import type { AnswerInput } from './agree.form.ts'

/** Everybody whom the person may answer for: themselves, their unit, or all when they note what was said. */
export type AgreeForm = OpenedPlan & {
  everyone: readonly Asked[]
  agreements: readonly Agreement[]
  leads: Leads
  notes: boolean
}

type Opened = Result<AgreeForm, Hidden | Misplaced>
type Agreed = Result<'noted', Hidden | Misplaced | Declined<AgreeForm, FieldErrors>>

export const openAgree = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'plan.open-agree', asking, (work) => openForm(work, asking.childId))

async function openForm(work: Work, childId: string): Promise<Result<AgreeForm, Hidden>> {
  const [opened, rows, leads] = await Promise.all([
    openPlan(work, childId, mayAgree),
    findAgreementRows(work, childId),
    findLeads(work, childId),
  ])
  if (!opened.ok) return opened
  const { known, plan } = opened.value
  if (plan.endedAt) return refuse.notFound()
  const notes = mayNoteAgreements(known.standing)
  const everyone = notes ? await findEveryone(work, childId) : [themselves(work, known)]
  const agreements = openAgreements(await work.box(childId), rows)
  return ok({ ...opened.value, everyone, agreements, leads, notes })
}

async function findEveryone(work: Work, childId: string): Promise<Asked[]> {
  const [family, parties, { bba }] = await Promise.all([
    findFamilyToAsk(work, childId),
    findPartyUnits(work, childId),
    findLeads(work, childId),
  ])
  const units = parties.filter(({ grantId }) => grantId).map(({ unitId, name }) => ({ unitId, name }))
  const own = bba ? [{ unitId: bba.unitId, name: bba.unitName }] : []
  return [...family, ...[...own, ...units].map((unit): Asked => ({ kind: 'unit', ...unit }))]
}

function themselves({ actor }: Work, { standing }: KnownChild): Asked {
  if (standing.relation === 'self') return { kind: 'child' }
  if (actor.unitId) return { kind: 'unit', unitId: actor.unitId, name: actor.acting ?? '' }
  return {
    kind: 'guardian',
    personId: actor.personId,
    name: actor.givenName ? actor.name : 'Du',
    called: undefined,
  }
}

/** Notes who goes along with the plan, and who does not. Nobody has to say why. */
export function agree(
  deps: Deps,
  asking: AskingOfChild,
  read: (everyone: readonly Asked[]) => Result<readonly AnswerInput[], FieldErrors>,
): Promise<Agreed> {
  return audited(deps, 'plan.agree', asking, async (work): Promise<Agreed> => {
    const { childId } = asking
    const form = await openForm(work, childId)
    if (!form.ok) return form
    const { plan, everyone } = form.value
    const input = read(everyone)
    if (!input.ok) return refuse.invalid(form.value, input.error)
    for (const answer of input.value.filter((one) => isNews(form.value, one))) {
      const id = work.newId()
      await addAgreement(work, { childId, planId: plan.id }, { id, ...answer })
      if (answer.asked.kind === 'unit')
        await finishTasks(work, { childId, kinds: ['agree_to_plan'], aboutId: answer.asked.unitId })
    }
    return ok('noted')
  })
}

/** The same answer again, to a plan that has not changed since, is no new answer. */
function isNews({ agreements, parts }: AgreeForm, { asked, answer, why, whyIsOpen }: AnswerInput): boolean {
  const last = agreements.find((one) => keyOf(one.asked) === keyOf(asked))
  if (!last || last.answer !== answer || last.whyIsOpen !== whyIsOpen) return true
  if (bodyAsText({ why }) !== bodyAsText({ why: last.why })) return true
  return parts.some(({ at }) => at > last.at)
}
