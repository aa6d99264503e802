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
import { choosesLeads, type Held, listClasses, listHeld, type Shown } from './many-store.ts'
import type { ManyInput } from './name-many.form.ts'

export type ManyForm = {
  held: readonly Held[]
  colleagues: readonly Colleague[]
  classes: readonly string[]
  inClass: string | undefined
  /** The child that the next page begins after. */
  next: string | undefined
}

async function openForm(work: Work, shown: Shown): Promise<Result<ManyForm, Hidden>> {
  const { unitId } = work.actor
  if (!unitId || !(await choosesLeads(work))) return refuse.notAllowed()
  const { held, next } = await listHeld(work, shown)
  work.shown(held.map(({ childId }) => childId))
  const [classes, colleagues] = [await listClasses(work), await listColleagues(work, unitId)]
  return ok({ held, next, classes, colleagues, inClass: shown.inClass })
}

export const openMany = (
  deps: Deps,
  asking: Asking,
  shown: Shown,
): Promise<Result<ManyForm, Hidden | Misplaced>> =>
  audited(deps, 'lead.open-many', asking, (work) => openForm(work, shown))

/** One in the unit becomes BBA for several children: each in a transaction and with a row of its own. */
export async function nameMany(
  deps: Deps,
  asking: Asking,
  shown: Shown,
  input: Result<ManyInput, FieldErrors>,
): Promise<Sent<ManyForm>> {
  const checked = await audited(
    deps,
    'lead.name-many',
    asking,
    async (work): Promise<Result<Chosen, Extract<Sent<ManyForm>, { ok: false }>['error']>> => {
      const form = await openForm(work, shown)
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
  if (stayed.size === 0) return ok(addressOf(shown))
  const now = await openMany(deps, asking, shown)
  return now.ok ? refuse.invalid(now.value, { form: `Alla gick inte över. ${[...stayed].join(' ')}` }) : now
}

/** The page of a class, or of all. */
export function addressOf({ inClass, after }: Shown): string {
  const query = new URLSearchParams({ ...(inClass && { klass: inClass }), ...(after && { efter: after }) })
  return query.size > 0 ? `${paths.lead.many.to({})}?${query}` : paths.lead.many.to({})
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
