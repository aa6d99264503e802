import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type ImportantAdult, listImportantAdults } from '#modules/family'
import { aboutText, findObjections, mayObject, type Objection } from '#modules/objections'
import { mayDecide } from '#modules/responsibility'
import { isShown, mayBeOpened } from '#modules/sharing'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { ChangeInput } from '../add-statement/add-statement.form.ts'
import { mayAddStatement, mayNoteRead, mayReadWheel } from '../wheel-policy.ts'
import { addWords, findStatements, isUnread, type Spoken } from '../wheel-store.ts'

export type StatementView = {
  child: Child
  said: Spoken
  adults: readonly ImportantAdult[]
  /** The one who wrote it may write a new version. */
  changes: boolean
  /** Those who carry the matter may show it to others. */
  opens: boolean
  by: 'staff' | 'family'
  /** What somebody in the family does not agree with in it. */
  objections: readonly Objection[]
  /** A unit has written it, and the one who reads may say that it is not right. */
  objects: boolean
  /** The family has written it, and nobody has said that it is read. */
  isUnread: boolean
}

/** Everything that one voice has said of one area, for those who may read it. */
export const openStatement = (
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
): Promise<Result<StatementView, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-statement', asking, (work) => openForm(work, asking.childId, itemId))

async function openForm(work: Work, childId: string, itemId: string): Promise<Result<StatementView, Hidden>> {
  const known = await openChild(work, childId, mayReadWheel)
  if (!known.ok) return known
  const [said] = await findStatements(work, childId, itemId)
  if (!said) return refuse.notFound()
  work.about(itemId)
  const { child, standing } = known.value
  const adults = standing.relation === 'lead' ? await listImportantAdults(work, childId) : []
  const changes = said.mine && mayAddStatement(standing)
  return ok({
    child,
    said,
    adults,
    changes,
    opens:
      mayDecide(standing) && said.ours && mayBeOpened({ voice: said.speaker.voice, readers: said.readers }),
    by: work.actor.kind,
    objections: aboutText(await findObjections(work, childId), itemId),
    objects: mayObject(standing) && said.byUnit,
    isUnread: mayNoteRead(standing) && (await isUnread(work, childId, itemId)),
  })
}

/** Nothing waits any more: somebody it waited for has read it. */
export function statementIsRead(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
): Promise<Result<string, Hidden | Misplaced>> {
  return audited(deps, 'wheel.read-statement', asking, async (work): Promise<Result<string, Hidden>> => {
    const { childId } = asking
    const known = await openChild(work, childId, mayNoteRead)
    if (!known.ok) return known
    await finishTasks(work, { childId, kinds: ['read_statement'], aboutId: itemId })
    return ok(paths.wheel.show.to({ childId }))
  })
}

/** A new version; what was written before is kept. */
export function changeStatement(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
  input: Result<ChangeInput, FieldErrors>,
): Promise<Sent<StatementView>> {
  return audited(deps, 'wheel.change-statement', asking, async (work): Promise<Sent<StatementView>> => {
    const form = await openForm(work, asking.childId, itemId)
    if (!form.ok) return form
    const { said, changes } = form.value
    if (!changes) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(form.value, input.error)

    const { childId } = asking
    const { version: seenVersion } = input.value
    // What was drawn stays as it was.
    const words = { ...input.value.words, drawing: said.words.drawing }
    const saved = await addWords(work, { childId, itemId, seenVersion, words })
    if (!saved) return refuse.conflict(form.value)
    // A new version is not shared by itself: whoever may show it is asked at once.
    if (form.value.opens && (await isShown(work, childId, itemId)))
      return ok(`${paths.sharing.open.to({ childId })}?vad=${itemId}`)
    return ok(`${paths.wheel.show.to({ childId })}#hjulet-${said.area}`)
  })
}
