import { audited, type Work } from '#modules/audit'
import { type Child, isGrownUp } from '#modules/children'
import { findLanguage } from '#modules/family'
import { isAhead, type Meeting, mayCall, openMeeting } from '#modules/meetings'
import type { Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, type Day, swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { idFrom } from '#shared/keys.ts'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Language } from '#ui/languages.ts'
import { isChildTold } from '../door-store.ts'
import { daysAfter } from '../paper.ts'
import { codeOf } from '../paper-access.ts'
import { findLivingPaper, type LivingPaper, makePaper, withdrawPaper } from '../paper-store.ts'
import type { MakePaperInput } from './make-paper.form.ts'

/** What a paper to the child stands on. `until`: the last day that it opens the meeting. */
export type MakePaper = {
  child: Child
  meeting: Meeting
  lead: Responsible | undefined
  isTold: boolean
  paper: LivingPaper | undefined
  until: Day
  at: Date
}

type Opened = Result<MakePaper, Hidden>

export const openMakePaper = (
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
): Promise<Result<MakePaper, Hidden | Misplaced>> =>
  audited(deps, 'meeting-paper.open-make', asking, (work) => open(work, asking.childId, meetingId))

async function open(work: Work, childId: string, meetingId: string): Promise<Opened> {
  const opened = await openMeeting(work, childId, meetingId, mayCall)
  if (!opened.ok) return opened
  const { known, meeting, lead } = opened.value
  const { child } = known
  const until = addDays(swedishDay(meeting.startsAt), daysAfter)
  const isOver = meeting.state === 'cancelled' || until < work.today
  // Where a protected child is must not be found by what lies on a table.
  if (isOver || child.person.kind !== 'visible' || isGrownUp(child, work.today)) return refuse.notFound()
  const [paper, isTold] = await Promise.all([
    findLivingPaper(work, childId, meetingId),
    isChildTold(work, childId),
  ])
  return ok({ child, meeting, lead, isTold, paper, until, at: work.at })
}

/** Makes a paper; the one before it opens nothing from now on. */
export const makeNewPaper = (
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
  input: Result<MakePaperInput, FieldErrors>,
): Promise<Sent<MakePaper>> =>
  audited(deps, 'meeting-paper.make', asking, async (work): Promise<Sent<MakePaper>> => {
    const { childId } = asking
    const opened = await open(work, childId, meetingId)
    if (!opened.ok) return opened
    if (!input.ok) return refuse.invalid(opened.value, input.error)
    const { submission, keeper } = input.value
    // Sent again it is the same paper; with another answer, or for another meeting, it is another.
    const id = idFrom(deps.keys.hash('meeting_paper', [childId, meetingId, keeper, submission].join(' ')))
    const lives = await makePaper(deps, work, { childId, meetingId, id, isChildsOwn: keeper === 'child' })
    if (!lives) return refuse.invalid(opened.value, { keeper: opensNothing })
    return ok(`${paths.meeting.paper.to({ childId, meetingId })}#papper`)
  })

const opensNothing =
  'Pappret skulle inte öppna något. Läser inte alla vårdnadshavare planen måste barnet ha pappret för sig själv. Har ni berättat för barnet?'

/** It opens nothing from now on. */
export const withdraw = (
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
): Promise<Result<undefined, Hidden | Misplaced>> =>
  audited(deps, 'meeting-paper.withdraw', asking, async (work): Promise<Result<undefined, Hidden>> => {
    const opened = await openMeeting(work, asking.childId, meetingId, mayCall)
    if (!opened.ok) return opened
    await withdrawPaper(work, asking.childId, meetingId)
    return ok(undefined)
  })

/** `language`: what the child has chosen to read in. */
export type Printable = MakePaper & { code: string; isAhead: boolean; language: Language | undefined }

/** For whoever made it: nobody else is shown the code. */
export const printPaper = (
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
): Promise<Result<Printable, Hidden | Misplaced>> =>
  audited(deps, 'meeting-paper.print', asking, async (work): Promise<Result<Printable, Hidden>> => {
    const opened = await open(work, asking.childId, meetingId)
    if (!opened.ok) return opened
    const { paper, meeting } = opened.value
    if (!paper?.byMe) return refuse.notFound()
    const language = await findLanguage(work, asking.childId, undefined)
    return ok({ ...opened.value, code: codeOf(deps, paper.id), isAhead: isAhead(meeting), language })
  })
