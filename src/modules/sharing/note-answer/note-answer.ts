import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import { type Day, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { changedAnswers, recordAnswers, recordChildsNo, type Said } from '../answer-consent/record-answers.ts'
import { mayNote } from '../consent-policy.ts'
import { isAnswered } from '../consent-store.ts'
import type { Sheet, Signer } from '../sheet.ts'
import { findSheets } from '../sheet-store.ts'
import { type NoteInput, theChild } from './note-answer.form.ts'

export type NoteForm = {
  child: Child
  sheet: Sheet
  today: Day
  /** Whose answer it most likely is, from the link. */
  signerId: string | undefined
}
type Preset = { consentId: string; signerId: string | undefined }
type Opened<E = never> = Result<NoteForm, Hidden | E>

export const openNote = (deps: Deps, asking: AskingOfChild, preset: Preset): Promise<Opened<Misplaced>> =>
  audited(deps, 'consent.open-note', asking, (work) => loadNote(work, asking, preset))

async function loadNote(
  work: Work,
  { childId }: AskingOfChild,
  { consentId, signerId }: Preset,
): Promise<Opened> {
  const known = await openChild(work, childId, mayNote)
  if (!known.ok) return known
  work.about(consentId)
  const [sheet] = await findSheets(work, childId, consentId)
  if (!sheet) return refuse.notFound()
  return ok({ child: known.value.child, sheet, today: work.today, signerId })
}

/**
 * Notes what somebody said on paper, aloud or by telephone: a yes, a no, or a yes that is taken back. A child that does not
 * sign can say no.
 */
export function noteAnswer(
  deps: Deps,
  asking: AskingOfChild,
  preset: Preset,
  read: (sheet: Sheet, today: Day) => Result<NoteInput, FieldErrors>,
): Promise<Sent<NoteForm>> {
  return audited(deps, 'consent.note', asking, async (work): Promise<Sent<NoteForm>> => {
    const { childId } = asking
    const open = await loadNote(work, asking, preset)
    if (!open.ok) return open
    const { sheet, today } = open.value
    const input = read(sheet, today)
    if (!input.ok) return refuse.invalid(open.value, input.error)
    const { submission, seen, signerId, way, answeredOn, told, said, readIn } = input.value
    const signer = sheet.signers.find(({ id }) => id === signerId)
    const there = ok(paths.sharing.consents.to({ childId }))
    const isUsed = await isAnswered(work, childId, submission)
    // The same once more is once. From a page that was gone back to, another may answer with the same id.
    if (isUsed && isNoted(sheet, signer, said)) return there
    const known = signer !== undefined || signerId === theChild
    if (!known || sheet.over || sheet.answered !== seen) return refuse.conflict(open.value)
    const answeredAt = answeredOn === today ? work.at : swedishMoment(answeredOn, '12:00')
    const how = { submission: isUsed ? work.newId() : submission, way, told, answeredAt }
    if (signer) await recordAnswers(work, sheet, signer, { ...how, said, readIn })
    else await recordChildsNo(work, sheet, { ...how, unitIds: said.map(({ unitId }) => unitId) })
    return there
  })
}

/** What was said stands on the sheet already. */
function isNoted(sheet: Sheet, signer: Signer | undefined, said: readonly Said[]): boolean {
  if (signer) return changedAnswers(sheet, signer, said).length === 0
  const units = said.map(({ unitId }) => unitId)
  return sheet.lines.every(({ unitId, childSaidNoOn }) => !units.includes(unitId) || childSaidNoOn)
}
