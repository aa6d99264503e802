import { audited, type Work } from '#modules/audit'
import { type Colleague, listColleagues } from '#modules/organisations'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { nameLead } from '../lead-store.ts'
import { choosesLeads, type Held, listHeld } from './many-store.ts'
import type { ManyInput } from './name-many.form.ts'

export type ManyForm = { held: readonly Held[]; colleagues: readonly Colleague[] }

async function openForm(work: Work): Promise<Result<ManyForm, Hidden>> {
  const { unitId } = work.actor
  if (!unitId || !(await choosesLeads(work))) return refuse.notAllowed()
  const held = await listHeld(work)
  work.shown(held.map(({ childId }) => childId))
  return ok({ held, colleagues: await listColleagues(work, unitId) })
}

export const openMany = (deps: Deps, asking: Asking): Promise<Result<ManyForm, Hidden | Misplaced>> =>
  audited(deps, 'lead.open-many', asking, openForm)

/** One in the unit becomes BBA for several children: each in a transaction and with a row of its own. */
export async function nameMany(
  deps: Deps,
  asking: Asking,
  input: Result<ManyInput, FieldErrors>,
): Promise<Sent<ManyForm>> {
  const checked = await audited(
    deps,
    'lead.name-many',
    asking,
    async (work): Promise<Result<Chosen, Extract<Sent<ManyForm>, { ok: false }>['error']>> => {
      const form = await openForm(work)
      if (!form.ok) return form
      if (!input.ok) return refuse.invalid(form.value, input.error)
      const who = form.value.colleagues.find(({ engagementId }) => engagementId === input.value.who)
      if (!who) return refuse.invalid(form.value, { who: 'Välj vem som tar över' })
      return ok({ held: form.value.held, who, input: input.value })
    },
  )
  if (!checked.ok) return checked
  const stayed = new Set<string>()
  for (const [childId, seen] of new Map(checked.value.input.children)) {
    const why = await nameOne(deps, { ...asking, childId, named: true }, seen, checked.value)
    if (why) stayed.add(why)
  }
  if (stayed.size === 0) return ok(paths.lead.many.to({}))
  const now = await openMany(deps, asking)
  return now.ok ? refuse.invalid(now.value, { form: `Alla gick inte över. ${[...stayed].join(' ')}` }) : now
}

type Chosen = { held: readonly Held[]; who: Colleague; input: ManyInput }

/** Why it stayed as it was; undefined when it went, now or when the same was sent before. */
async function nameOne(
  deps: Deps,
  asking: Asking & { childId: string },
  seen: string,
  { held, who, input: { why } }: Chosen,
): Promise<string | undefined> {
  const { childId } = asking
  const one = held.find((each) => each.childId === childId)
  if (!one) return 'Ett barn är inte längre ert.'
  if (one.engagementId === who.engagementId) return undefined
  const choice = { childId, seen, tenureId: deps.newId(), chosen: who.engagementId, why }
  type Came = Result<'done', Hidden | Declined<undefined, FieldErrors>>
  const named = await audited(deps, 'lead.name', asking, async (work): Promise<Came> => {
    const came = await nameLead(work, choice)
    if (came === 'conflict') return refuse.conflict(undefined)
    if (came === 'not-candidate') return refuse.invalid(undefined, {})
    return came === 'done' ? ok(came) : refuse.notAllowed()
  })
  if (named.ok) return undefined
  return named.error.kind === 'conflict'
    ? `${nameOf(one.child)}: någon annan hann före.`
    : `${nameOf(one.child)}: ${who.name} kan inte vara det.`
}
