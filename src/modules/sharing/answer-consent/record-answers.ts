import type { Work } from '#modules/audit'
import { addWorkingDays } from '#shared/dates.ts'
import type { ConsentAnswerKind, WheelArea } from '#shared/schema.ts'
import { answerToKeep } from '../consent.ts'
import { type AnswersOf, addAnswers, addChildsNo, tellLead } from '../consent-store.ts'
import { answerOf, type Sheet, type Signer } from '../sheet.ts'

/** What a signer says about one unit, and the areas it strikes. */
export type Said = { unitId: string; answer: ConsentAnswerKind; struck: readonly WheelArea[] }

/** What is new in what was said; the same answer again changes nothing. */
export function changedAnswers(sheet: Sheet, signer: Signer, said: readonly Said[]): Said[] {
  return sheet.lines.flatMap((line) => {
    const now = said.find(({ unitId }) => unitId === line.unitId)
    if (!now) return []
    const before = answerOf(line, signer)
    const answer = answerToKeep(before?.answer, now.answer)
    const struck = answer === 'yes' ? now.struck : []
    const same = before?.answer === answer && before.struck.join() === struck.join()
    return same ? [] : [{ unitId: line.unitId, answer, struck }]
  })
}

/** Keeps what is new and lets the BBA know when all have answered, or somebody has changed their mind. */
export async function recordAnswers(
  work: Work,
  sheet: Sheet,
  signer: Signer,
  answers: Omit<AnswersOf, 'childId' | 'consentId' | 'signerId' | 'answers'> & { said: readonly Said[] },
): Promise<void> {
  const { said, ...how } = answers
  const changed = changedAnswers(sheet, signer, said)
  if (changed.length === 0) return
  const { id: consentId, childId } = sheet
  await addAnswers(work, { ...how, childId, consentId, signerId: signer.id, answers: changed })
  const step = changed.some(({ answer }) => answer === 'withdrawn') ? 'consent_withdrawn' : 'consent_answered'
  await tellLead(work, { childId, consentId, step, dueOn: addWorkingDays(work.today, 2) })
}

/** Keeps the no of a child that does not sign, and asks the BBA how to go on. */
export async function recordChildsNo(
  work: Work,
  { id: consentId, childId }: Sheet,
  said: Pick<AnswersOf, 'submission' | 'way' | 'answeredAt' | 'told'> & { unitIds: readonly string[] },
): Promise<void> {
  await addChildsNo(work, { ...said, childId, consentId })
  await tellLead(work, {
    childId,
    consentId,
    step: 'consent_withdrawn',
    dueOn: addWorkingDays(work.today, 2),
  })
}
