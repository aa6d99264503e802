import { audited } from '#modules/audit'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { shieldOf } from '../mark/mark.ts'
import { addMember, removeMember } from '../protection-store.ts'
import type { GroupInput } from './group.form.ts'

/**
 * Somebody more is told who and where, or somebody no longer: the group itself says who. Nobody takes away themselves,
 * so that there is always somebody left. Whoever is not on the list that was shown changes nothing.
 */
export function changeGroup(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<GroupInput, FieldErrors>,
): Promise<Result<string, Hidden | Misplaced>> {
  const { childId } = asking
  return audited(deps, 'protection.change-group', asking, async (work): Promise<Result<string, Hidden>> => {
    const shield = await shieldOf(work, childId)
    if (!shield.ok) return shield
    const { told, members, colleagues, family } = shield.value
    if (!told) return refuse.notAllowed()
    const here = ok(paths.shield.show.to({ childId }))
    if (!input.ok) return here
    if (input.value.act === 'remove') {
      const { id } = input.value
      if (members.some((member) => member.id === id && !member.isMe)) await removeMember(work, childId, id)
      work.about(id)
      return here
    }
    const { who, id = work.newId() } = input.value
    if (colleagues.some(({ engagementId }) => engagementId === who))
      await addMember(work, childId, { id, engagementId: who })
    if (family.some((one) => one.id === who)) await addMember(work, childId, { id, personId: who })
    work.about(who)
    return here
  })
}
