import { audited, type Work } from '#modules/audit'
import { findBright } from '#modules/bright'
import { type Child, openChild, veilWhatLeaves } from '#modules/children'
import { findHeldMeetings } from '#modules/meetings'
import { findObjections } from '#modules/objections'
import { findPlanHistory } from '#modules/plans'
import { listEvents } from '#modules/timeline'
import { findStatements } from '#modules/wheel'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Facts, nothingKnown } from '../story.ts'
import { mayReadStory } from '../story-policy.ts'
import { findGiven, findOwnAnswers, findTalks, findTenures } from '../story-store.ts'

export type Story = {
  child: Child
  /** To be told in the reader's language, where the page is made. */
  facts: Facts
  /** Has been told of something: then there is somebody to ask for an extract. */
  wasTold: boolean
  at: Date
}
type Told = Promise<Result<Story, Hidden | Misplaced>>

export const showStory = (deps: Deps, asking: AskingOfChild): Told =>
  audited(deps, 'story.show', asking, (work) => openStory(work, asking.childId))

/** The same on paper: where a protected person is does not stand on it. */
export const printStory = (deps: Deps, asking: AskingOfChild): Told =>
  audited(deps, 'story.print', asking, async (work) => {
    await veilWhatLeaves(work, asking.childId)
    return openStory(work, asking.childId)
  })

async function openStory(work: Work, childId: string): Promise<Result<Story, Hidden>> {
  const known = await openChild(work, childId, ({ relation }) => relation === 'self')
  if (!known.ok) return known
  if (!mayReadStory(known.value, work.today)) return refuse.notAllowed()
  const { child, standing } = known.value
  const facts = standing.open ? await findFacts(work, childId) : nothingKnown
  return ok({ child, facts, wasTold: standing.open, at: work.at })
}

/** Everything comes through the walls that stand for the child itself: what it could not read before, it cannot now. */
async function findFacts(work: Work, childId: string): Promise<Facts> {
  return {
    events: await listEvents(work, childId),
    talks: await findTalks(work, childId),
    tenures: await findTenures(work, childId),
    statements: await findStatements(work, childId),
    answers: await findOwnAnswers(work, childId),
    given: await findGiven(work, childId),
    objections: await findObjections(work, childId),
    bright: await findBright(work, childId),
    meetings: await findHeldMeetings(work, childId),
    plans: await findPlanHistory(work, childId),
  }
}
