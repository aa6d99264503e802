import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type Guardian, listGuardians } from '#modules/family'
import { writeTold } from '#modules/particulars'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { bodyAsText } from '#shared/sealed.ts'
import { type Says, waitsForYes } from '../says.ts'
import { mayReadRegister } from '../says-policy.ts'
import { answerSays, findSays, keyForNew } from '../says-store.ts'
import type { AnswerInput } from './answer.form.ts'

/** `guardians`: those who stand here now, one of whom may be the same. */
export type SaysForm = { child: Child; says: Says; guardians: readonly Guardian[] }

export const openSays = (
  deps: Deps,
  asking: AskingOfChild,
  saysId: string,
): Promise<Result<SaysForm, Hidden | Misplaced>> =>
  audited(deps, 'register-says.open', asking, (work) => formOf(deps, work, asking, saysId))

async function formOf(
  deps: Deps,
  work: Work,
  { childId }: AskingOfChild,
  saysId: string,
): Promise<Result<SaysForm, Hidden>> {
  const known = await openChild(work, childId, mayReadRegister)
  if (!known.ok) return known
  const says = await findSays(deps, work, childId, saysId)
  if (!says) return refuse.notFound()
  work.about(saysId)
  const guardians = waitsForYes(says) ? await listGuardians(work, childId) : []
  return ok({ child: known.value.child, says, guardians })
}

/** What narrows is done already, and is read; what widens holds from the yes on. */
export function answer(
  deps: Deps,
  asking: AskingOfChild,
  saysId: string,
  input: Result<AnswerInput, FieldErrors>,
): Promise<Sent<SaysForm>> {
  return audited(deps, 'register-says.answer', asking, async (work): Promise<Sent<SaysForm>> => {
    const form = await formOf(deps, work, asking, saysId)
    if (!form.ok) return form
    const { says, guardians } = form.value
    const { childId } = asking
    const here = ok(paths.registerSays.to({ childId, saysId }))
    if (!input.ok) return says.answered ? here : refuse.invalid(form.value, input.error)
    if (says.answered) return isAnswered(says.answered, input.value) ? here : refuse.conflict(form.value)
    const fault = faultOf(form.value, input.value)
    if (fault) return refuse.invalid(form.value, fault)
    const { submission: newId, note } = input.value
    const same = guardians.find(({ personId }) => personId === input.value.sameAs)
    const called = input.value.called || same?.called || ''
    const accepts = input.value.answer !== 'no'
    const how = await answerSays(work, {
      ...{ childId, says, accepts, note, called, newPersonId: newId },
      sameAs: same?.personId,
    })
    if (how === 'no') {
      const now = await formOf(deps, work, asking, saysId)
      return now.ok ? refuse.conflict(now.value) : now
    }
    if (how !== 'done' || !accepts) return here
    if (says.stranger && !same) await keyForNew(work, childId, newId)
    if (says.newNumber && !(await writeTold(deps, work, { childId, id: newId, value: says.newNumber })))
      return refuse.invalid(form.value, { form: anotherWaits })
    return here
  })
}

const anotherWaits = 'Ett annat nummer väntar på att en kollega tittar. Svara när det är gjort.'

/** Sent twice, or by two who say the same: nothing is left to say. */
const isAnswered = (there: NonNullable<Says['answered']>, { answer, note }: AnswerInput): boolean =>
  there.accepted === (answer !== 'no') && bodyAsText({ note: there.note }) === bodyAsText({ note })

function faultOf({ says, guardians }: SaysForm, input: AnswerInput): FieldErrors | undefined {
  if (!waitsForYes(says)) return input.answer === 'read' ? undefined : { answer: 'Välj ett svar' }
  if (input.answer === 'read') return { answer: 'Välj ja eller nej' }
  if (input.answer === 'no') return input.note ? undefined : { note: 'Skriv varför det inte stämmer' }
  if (says.fact !== 'new_guardian') return undefined
  if (input.sameAs) {
    return guardians.some(({ personId }) => personId === input.sameAs)
      ? undefined
      : { sameAs: 'Välj vem det är' }
  }
  return input.called ? undefined : { called: 'Skriv vad barnet säger, till exempel mamma' }
}
