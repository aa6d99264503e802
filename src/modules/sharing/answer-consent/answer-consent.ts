import { audited, mayBegin, type Work } from '#modules/audit'
import { type Child, openChild, type Standing } from '#modules/children'
import { findResponsible, type Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayAnswer, maySeeConsents } from '../consent-policy.ts'
import { isAnswered } from '../consent-store.ts'
import { answerOf, type Sheet, type Signer } from '../sheet.ts'
import { findSheets } from '../sheet-store.ts'
import type { SignInput, TakeBackInput } from './answer-consent.form.ts'
import { recordAnswers, type Said } from './record-answers.ts'

/** A sheet as one reader meets it: a signer with its own answers, or those who carry the matter with all. */
export type OpenSheet = {
  child: Child
  sheet: Sheet
  /** The reader, as a signer; undefined for those who carry the matter. */
  me: Signer | undefined
  lead: Responsible | undefined
  /**
   * A child whose sign-in is not new: it signs in before it chooses. What a child has chosen is never kept, so it would
   * be lost if the sign-in came after.
   */
  signsInFirst?: true
}

type Opened<E = never> = Result<OpenSheet, Hidden | E>

export const openSheet = (deps: Deps, asking: AskingOfChild, consentId: string): Promise<Opened<Misplaced>> =>
  audited(deps, 'consent.show', asking, async (work): Promise<Opened> => {
    const open = await loadSheet(work, asking, consentId, maySeeConsents)
    if (!open.ok || !open.value.me?.isChild || (await mayBegin(work, 'consent.answer'))) return open
    return ok({ ...open.value, signsInFirst: true })
  })

async function loadSheet(
  work: Work,
  { childId }: AskingOfChild,
  consentId: string,
  may: (standing: Standing) => boolean,
): Promise<Opened> {
  const known = await openChild(work, childId, may)
  if (!known.ok) return known
  work.about(consentId)
  const { child, standing } = known.value
  const [[sheet], lead] = await Promise.all([
    findSheets(work, childId, consentId),
    findResponsible(work, childId, 'best_interests_lead'),
  ])
  if (!sheet) return refuse.notFound()
  return ok({ child, sheet, me: standing.relation === 'lead' ? undefined : sheet.signers[0], lead })
}

/** A guardian, or the child, answers in the application. Nobody else's answer shows, and nothing else changes. */
export function answerConsent(
  deps: Deps,
  asking: AskingOfChild,
  consentId: string,
  read: (sheet: Sheet) => Result<SignInput, FieldErrors>,
): Promise<Sent<OpenSheet>> {
  return audited(deps, 'consent.answer', asking, async (work): Promise<Sent<OpenSheet>> => {
    const open = await loadSheet(work, asking, consentId, mayAnswer)
    if (!open.ok) return open
    const { sheet, me } = open.value
    if (!me) return refuse.notFound()
    const input = read(sheet)
    if (!input.ok) return refuse.invalid(open.value, input.error)
    const { submission, seen, said } = input.value
    if (!(await isAnswered(work, asking.childId, submission))) {
      if (sheet.over || sheet.answered !== seen) return refuse.conflict(open.value)
      await record(work, sheet, me, submission, said)
    }
    return ok(paths.sharing.sheet.to({ childId: asking.childId, consentId }))
  })
}

/** Takes back a yes: to one unit, or to all. From the next request on, nobody there reads any more. */
export function takeBack(
  deps: Deps,
  asking: AskingOfChild,
  consentId: string,
  input: Result<TakeBackInput, FieldErrors>,
): Promise<Result<string, Hidden | Misplaced>> {
  return audited(deps, 'consent.take-back', asking, async (work): Promise<Result<string, Hidden>> => {
    const open = await loadSheet(work, asking, consentId, mayAnswer)
    if (!open.ok) return open
    const { sheet, me } = open.value
    if (!me) return refuse.notFound()
    // The page has buttons only: what they do not say takes nothing back.
    const { submission, unit } = input.ok ? input.value : { submission: work.newId(), unit: '' }
    const said = sheet.lines
      .filter((line) => (unit === 'all' || line.unitId === unit) && answerOf(line, me)?.answer === 'yes')
      .map(({ unitId }): Said => ({ unitId, answer: 'withdrawn', struck: [] }))
    await record(work, sheet, me, submission, said)
    return ok(paths.sharing.sheet.to({ childId: asking.childId, consentId }))
  })
}

const record = (work: Work, sheet: Sheet, me: Signer, submission: string, said: readonly Said[]) =>
  recordAnswers(work, sheet, me, {
    submission,
    said,
    way: 'in_app',
    answeredAt: work.at,
    told: undefined,
  })
