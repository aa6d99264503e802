import { audited, type Work } from '#modules/audit'
import { type Child, openChild, type Standing } from '#modules/children'
import { type ImportantAdult, listImportantAdults } from '#modules/family'
import type { WheelArea } from '#modules/knowledge'
import { findObjections, type Objection } from '#modules/objections'
import { hasBegun } from '#modules/organisations'
import { findResponsible, mayDecide, mayWork, type Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Question } from '../source.ts'
import { listQuestions } from '../source-store.ts'
import { type Round, roundsOf } from '../wheel.ts'
import { mayReadWheel } from '../wheel-policy.ts'
import { findGathering, findStarts, findStatements, type Gathering, type Spoken } from '../wheel-store.ts'

export type WheelView = {
  child: Child
  relation: Standing['relation']
  lead: Responsible | undefined
  gathering: Gathering | undefined
  adults: readonly ImportantAdult[]
  areas: readonly WheelArea[]
  now: Round<Spoken>
  /** The wheel as it was the times before, the first first. */
  earlier: readonly Round<Spoken>[]
  questions: readonly Question[]
  /** What somebody in the family does not agree with. */
  objected: ReadonlySet<string>
  /** Own ones about a text that is not shown here, or no more: what was answered is still theirs. */
  apart: readonly Objection[]
  /** May write: staff who work with the child, or the family its own words. */
  adds: boolean
  works: boolean
  /** Links to somebody without a login have begun here. */
  links: boolean
  decides: boolean
  today: Day
  /** Others than those who carry the matter see only what is their own, or has been opened. */
  partial: boolean
}

/** The wheel, as far as the person may see it: each voice for itself. */
export function showWheel(deps: Deps, asking: AskingOfChild): Promise<Result<WheelView, Hidden | Misplaced>> {
  return audited(deps, 'wheel.show', asking, async (work): Promise<Result<WheelView, Hidden>> => {
    const known = await openChild(work, asking.childId, mayReadWheel)
    return known.ok ? ok(await readWheel(work, known.value)) : known
  })
}

/** What the wheel's page stands on; others put the wheel beside their own forms. */
export async function readWheel(
  work: Work,
  { child, standing }: { child: Child; standing: Standing },
): Promise<WheelView> {
  const works = mayWork(standing)
  const statements = await findStatements(work, child.id)
  const rounds = roundsOf(statements, await findStarts(work, child.id))
  const now = rounds.at(-1)
  const objections = await findObjections(work, child.id)
  const shown = new Set(statements.map(({ itemId }) => itemId))
  const lead = await findResponsible(work, child.id, 'best_interests_lead')
  const gathering = standing.matterId ? await findGathering(work, child.id, standing.matterId) : undefined
  const family = standing.relation === 'guardian' || standing.relation === 'self'
  return {
    child,
    relation: standing.relation,
    lead,
    gathering,
    adults: standing.relation === 'lead' ? await listImportantAdults(work, child.id) : [],
    areas: !now || now.from === gathering?.startedOn ? (gathering?.areas ?? []) : [],
    now: now ?? { from: work.today, statements: [] },
    earlier: rounds.slice(0, -1),
    objected: new Set(objections.map(({ thingId }) => thingId)),
    apart: objections.filter(({ kind, thingId, by }) => kind === 'item' && by.isMe && !shown.has(thingId)),
    questions: works ? await listQuestions(work, child.id) : [],
    adds: works || (family && standing.open && lead !== undefined),
    works,
    links: works && (await hasBegun(work, 'answer_link')),
    decides: mayDecide(standing),
    today: work.today,
    partial: standing.relation !== 'lead',
  }
}
