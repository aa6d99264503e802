import { audited, type Work } from '#modules/audit'
import { type Child, type KnownChild, openChild } from '#modules/children'
import { findDraft } from '#modules/drafts'
import { findResponsible, type Responsible } from '#modules/responsibility'
import { type AskingOfChild, nilId } from '#shared/asking.ts'
import { addWorkingDays, type Day, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { one } from '#shared/form-reading.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayAsk, maySeeLog } from '../reader-log-policy.ts'
import {
  askAboutLine,
  type Emergency,
  findEmergencies,
  findLine,
  findLines,
  findLogBegins,
  findMyQuestions,
} from '../reader-log-store.ts'
import { type AskedQuestion, firstOf, type Line, lastOf, type Month, monthsAround } from '../reading.ts'
import { askedAlready, isSame, lineIn, type QuestionInput } from './show-log.form.ts'

/** The unit owes an answer within a week; a stand-in steps in when nobody has answered in three days. */
const answerWithinWorkingDays = 5
const standInAfterWorkingDays = 3

export type ReaderLog = {
  child: Child
  reader: 'guardian' | 'self'
  /** The one to turn to with what a line does not say. */
  lead: Responsible | undefined
  mayAsk: boolean
  month: Month
  older: Month | undefined
  newer: Month | undefined
  lines: readonly Line[]
  questions: readonly AskedQuestion[]
  emergencies: readonly Emergency[]
  /** The line that is being asked about. */
  about: Line | undefined
  today: Day
}

type Wanted = { month: string | undefined; line: string | undefined }

/** Who has read, a month at a time, as far as this person may know; `line`: to ask about. */
export const showLog = (
  deps: Deps,
  asking: AskingOfChild,
  wanted: Wanted,
): Promise<Result<ReaderLog, Hidden | Misplaced>> =>
  audited(deps, 'reader-log.show', asking, async (work): Promise<Result<ReaderLog, Hidden>> => {
    const known = await openChild(work, asking.childId, maySeeLog)
    if (!known.ok) return known
    const line = wanted.line ?? (await lineOfDraft(work, asking))
    return ok(await load(work, known.value, { ...wanted, line }))
  })

/** The line that a question was begun about, when the person comes back to go on with it. */
async function lineOfDraft(work: Work, { form }: AskingOfChild): Promise<string | undefined> {
  const draft = form?.continued ? await findDraft(work, form) : undefined
  return draft && lineIn(one(draft.typed, 'line'))
}

async function load(work: Work, known: KnownChild, wanted: Wanted): Promise<ReaderLog> {
  const { child, standing } = known
  const around = monthsAround(wanted.month, await findLogBegins(work, child.id), work.today)
  const may = mayAsk(known, work.today)
  const [lead, lines, questions, about, emergencies] = await Promise.all([
    findResponsible(work, child.id, 'best_interests_lead'),
    findLines(work, child.id, firstOf(around.month), lastOf(around.month)),
    findMyQuestions(work, child.id),
    may && wanted.line ? findLine(work, child.id, wanted.line) : undefined,
    findEmergencies(work),
  ])
  return {
    child,
    reader: standing.relation === 'self' ? 'self' : 'guardian',
    lead,
    mayAsk: may,
    ...around,
    lines,
    questions,
    emergencies,
    about: about?.mine ? undefined : about,
    today: work.today,
  }
}

/** Asks the unit that has read. The one who answers for it gets to know at once, and owes an answer. */
export const askAbout = (
  deps: Deps,
  asking: AskingOfChild,
  lineId: string | undefined,
  input: Result<QuestionInput, FieldErrors>,
): Promise<Sent<ReaderLog>> =>
  audited(deps, 'reader-log.ask', asking, async (work): Promise<Sent<ReaderLog>> => {
    const { childId } = asking
    const known = await openChild(work, childId, maySeeLog)
    if (!known.ok) return known
    if (!mayAsk(known.value, work.today)) return refuse.notAllowed()
    const log = await load(work, known.value, { month: undefined, line: lineId ?? nilId })
    if (!log.about) return refuse.notFound()
    if (!input.ok) return refuse.invalid(log, input.error)
    const { submission, line, question: text } = input.value
    const before = log.questions.find(({ id }) => id === submission)
    const questionId = before && !isSame(before, input.value) ? work.newId() : submission
    if (log.questions.some((one) => one.id !== questionId && !one.answer && isSame(one, input.value)))
      return refuse.invalid(log, askedAlready)
    work.about(questionId)
    const asked = await askAboutLine(work, {
      childId,
      questionId,
      lineId: line,
      text,
      dueOn: addWorkingDays(work.today, answerWithinWorkingDays),
      escalatesAt: swedishMoment(addWorkingDays(work.today, standInAfterWorkingDays), '07:00'),
    })
    return asked ? ok(`${paths.readerLog.show.to({ childId })}#fragor`) : refuse.notFound()
  })
