import { audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addLookUpReason } from '../session-store.ts'
import type { ManyChildrenInput } from './many-children.form.ts'

const atWork = ({ actor }: Work) => actor.kind === 'staff'

export const openManyChildren = (deps: Deps, asking: Asking): Promise<Result<'open', Hidden | Misplaced>> =>
  audited(
    deps,
    'look-up.open',
    asking,
    async (work): Promise<Result<'open', Hidden>> => (atWork(work) ? ok('open') : refuse.notAllowed()),
  )

/** Why somebody needs more children than a day of work has. It opens them, and the unit's reviewer reads why. */
export function giveReason(
  deps: Deps,
  asking: Asking,
  input: Result<ManyChildrenInput, FieldErrors>,
): Promise<Result<'given', Hidden | Misplaced | Declined<undefined, FieldErrors>>> {
  return audited(
    deps,
    'look-up.reason',
    asking,
    async (work): Promise<Result<'given', Hidden | Declined<undefined, FieldErrors>>> => {
      if (!atWork(work)) return refuse.notAllowed()
      if (!input.ok) return refuse.invalid(undefined, input.error)
      await addLookUpReason(work, input.value)
      work.about(input.value.submission)
      return ok('given')
    },
  )
}
