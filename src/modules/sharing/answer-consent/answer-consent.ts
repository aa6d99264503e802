import { audited, mayBegin, type Work } from '#modules/audit'
import { type Child, openChild, type Standing } from '#modules/children'
import { findLanguage } from '#modules/family'
import { findResponsible, type Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isLanguage, type Language } from '#ui/languages.ts'
import { mayAnswer, maySeeConsents } from '../consent-policy.ts'
import { isAnswered } from '../consent-store.ts'
import { readIn } from '../read-in.ts'
import { answerOf, type Sheet, type Signer } from '../sheet.ts'
import { findSheets } from '../sheet-store.ts'
import type { SignInput, TakeBackInput } from './answer-consent.form.ts'
import { changedAnswers, recordAnswers, type Said } from './record-answers.ts'

/** A sheet as one reader meets it: a signer with its own answers, or those who carry the matter with all. */
export type OpenSheet = {
  child: Child
  sheet: Sheet
  /** The reader, as a signer; undefined for those who carry the matter. */
  me: Signer | undefined
  lead: Responsible | undefined
  /** Whom a paper is for: chosen by those who carry the matter. */
  onPaper?: Signer | undefined
  /** What the paper says beside the Swedish, which is what is signed. */
  paperIn?: Language | undefined
  /**
   * A child whose sign-in is not new: it signs in before it chooses. What a child has chosen is never kept, so it would
   * be lost if the sign-in came after.
   */
  signsInFirst?: true
  /** A yes that was to be taken back still stands: what was sent did not say which. */
  nothingTaken?: boolean
}

type Opened<E = never> = Result<OpenSheet, Hidden | E>

export const openSheet = (
  deps: Deps,
  asking: AskingOfChild,
  consentId: string,
  {
    nothingTaken,
    signerId,
    wanted,
  }: { nothingTaken: boolean; signerId: string | undefined; wanted: string | undefined },
): Promise<Opened<Misplaced>> =>
  audited(deps, 'consent.show', asking, async (work): Promise<Opened> => {
    const open = await loadSheet(work, asking, consentId, maySeeConsents)
    if (!open.ok) return open
    const { me, sheet } = open.value
    const onPaper = me ? undefined : sheet.signers.find(({ id }) => id === signerId)
    const paperIn = onPaper && (await languageFor(work, sheet, onPaper, wanted))
    const now = { ...open.value, nothingTaken, onPaper, paperIn }
    if (!me?.isChild || (await mayBegin(work, 'consent.answer'))) return ok(now)
    return ok({ ...now, signsInFirst: true })
  })

/** The one that is asked for, that the signer has chosen to read in, or that the question was asked in. */
async function languageFor(
  work: Work,
  { childId, language }: Sheet,
  { isChild, person }: Signer,
  wanted: string | undefined,
): Promise<Language> {
  if (isLanguage(wanted)) return wanted
  const chosen = await findLanguage(work, childId, isChild ? undefined : person?.id)
  return chosen ?? (isLanguage(language) ? language : 'sv')
}

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
    const { submission, interpreter, seen, ...answer } = input.value
    const here = ok(paths.sharing.sheet.to({ childId: asking.childId, consentId }))
    const isUsed = await isAnswered(work, asking.childId, submission)
    // The same once more is once. From a page that was gone back to, something else may be said with the same id.
    if (isUsed && changedAnswers(sheet, me, answer.said).length === 0) return here
    if (sheet.over || sheet.answered !== seen) return refuse.conflict(open.value)
    await recordAnswers(work, sheet, me, {
      ...answer,
      submission: isUsed ? work.newId() : submission,
      way: 'in_app',
      answeredAt: work.at,
      told: interpreter && { interpreter },
    })
    return here
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
    const here = paths.sharing.sheet.to({ childId: asking.childId, consentId })
    // The page has buttons only. When none of them came, it did not arrive whole: nothing is taken back, and it says so.
    if (!input.ok) return ok(`${here}?inget=ja`)
    const { unit, sheets } = input.value
    const all = sheets ? await findSheets(work, asking.childId) : [sheet]
    let { submission } = input.value
    for (const one of all.filter(({ over }) => !over)) {
      // A page that was gone back to carries the same id, and another of its buttons takes back another yes.
      if (await isAnswered(work, asking.childId, submission)) submission = work.newId()
      await takeBackIn(work, one, unit, submission)
    }
    return ok(here)
  })
}

/** What the reader has said yes to on one sheet: for one unit, or for all that it names. */
async function takeBackIn(work: Work, sheet: Sheet, unit: TakeBackInput['unit'], submission: string) {
  const [me] = sheet.signers
  if (!me) return
  const said = sheet.lines
    .filter((line) => (unit === 'all' || line.unitId === unit) && answerOf(line, me)?.answer === 'yes')
    .map(({ unitId }): Said => ({ unitId, answer: 'withdrawn', struck: [] }))
  await recordAnswers(work, sheet, me, {
    submission,
    said,
    readIn: readIn('sv'),
    way: 'in_app',
    answeredAt: work.at,
    told: undefined,
  })
}
