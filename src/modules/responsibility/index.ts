import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { answerOtherRoutes } from './answer-other/answer-other.routes.tsx'
import { askOtherRoutes } from './ask-other/ask-other.routes.tsx'
import { closeRoutes } from './close/close.routes.tsx'
import { nameLeadRoutes } from './name-lead/name-lead.routes.tsx'
import { nameManyRoutes } from './name-many/name-many.routes.tsx'

export { kindsByAge, kindsOn, type LadderRule, nextStep, type Place, placeByLadder } from './ladder.ts'
export { findByLadder, findLadder, type LadderLead } from './ladder-store.ts'
export { type AtWork, findLeadAfterMe, tellNewLeads } from './lead-store.ts'
export { awaySentence, closingNames, closings, type Turn, turnSentence } from './matter.ts'
export { askOtherLead } from './request-store.ts'
export { mayDecide, mayWork } from './responsibility-policy.ts'
export {
  addEvent,
  assign,
  closeMatter,
  endPending,
  findResponsible,
  findTurn,
  hasOpenPlan,
  openMatter,
  type Responsible,
} from './responsibility-store.ts'

export const responsibilityRoutes = (deps: Deps): Routes =>
  [closeRoutes, nameLeadRoutes, nameManyRoutes, askOtherRoutes, answerOtherRoutes].reduce(
    (routes, add) => add(routes, deps),
    new Routes('responsibility'),
  )
