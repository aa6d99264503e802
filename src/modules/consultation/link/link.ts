import { audited, type Work } from '#modules/audit'
import { type KnownChild, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayLink } from '../consultation-policy.ts'
import { addLink, endLink, findLinked, findLoose, type Listed } from '../link-store.ts'
import type { LinkInput } from './link.form.ts'

export type LinkForm = KnownChild & {
  linked: Awaited<ReturnType<typeof findLinked>>
  /** One's own questions that may be tied to the child. */
  loose: readonly Listed[]
}

async function openForm(work: Work, childId: string): Promise<Result<LinkForm, Hidden>> {
  const known = await openChild(work, childId, mayLink)
  if (!known.ok) return known
  const [linked, loose] = await Promise.all([findLinked(work, childId), findLoose(work, childId)])
  return ok({ ...known.value, linked, loose })
}

export const openLink = (deps: Deps, asking: AskingOfChild): Promise<Result<LinkForm, Hidden | Misplaced>> =>
  audited(deps, 'consultation.open-link', asking, (work) => openForm(work, asking.childId))

/** Says which child a question of one's own was about, when the family has agreed; or takes it back. */
export function link(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<LinkInput, FieldErrors>,
): Promise<Sent<LinkForm>> {
  const { childId } = asking
  return audited(deps, 'consultation.link', asking, async (work): Promise<Sent<LinkForm>> => {
    const form = await openForm(work, childId)
    if (!form.ok) return form
    const { linked, loose } = form.value
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const address = paths.consultation.link.to({ childId })
    if (input.value.does === 'unlink') {
      work.about(input.value.id)
      await endLink(work, childId, input.value.id)
      return ok(address)
    }
    const { submission: id, consultation: consultationId, agreedOn } = input.value
    work.about(consultationId)
    if (linked.some((one) => one.id === consultationId)) return ok(address)
    if (!loose.some((one) => one.id === consultationId))
      return refuse.invalid(form.value, { consultation: 'Välj en av dina egna frågor.' })
    if (agreedOn > work.today)
      return refuse.invalid(form.value, { agreedOn: 'Välj en dag som inte är framåt i tiden.' })
    if (!(await addLink(work, { childId, id, consultationId, agreedOn }))) return refuse.conflict(form.value)
    return ok(address)
  })
}
