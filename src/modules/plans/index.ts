import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { actionRoutes } from './action/action.routes.tsx'
import { agreeRoutes } from './agree/agree.routes.tsx'
import { breakGlassRoutes } from './break-glass/break-glass.routes.tsx'
import { childsReadingRoutes } from './childs-reading/childs-reading.routes.tsx'
import { contactsRoutes } from './contacts/contacts.routes.tsx'
import { endPlanRoutes } from './end/end-plan.routes.tsx'
import { followUpRoutes } from './follow-up/follow-up.routes.tsx'
import { goalRoutes } from './goal/goal.routes.tsx'
import { leadRoutes } from './lead/lead.routes.tsx'
import { otherRoutes } from './other/other.routes.tsx'
import { partiesRoutes } from './parties/parties.routes.tsx'
import { printRoutes } from './print/print.routes.ts'
import { showPlanRoutes } from './show/show-plan.routes.tsx'
import { startPlanRoutes } from './start/start-plan.routes.tsx'
import { versionsRoutes } from './versions/versions.routes.tsx'

export { findPlanHistory, type PlanHistory } from './history-store.ts'
export { findContacts, findOpenParts } from './open-parts-access.ts'
export { stateWords } from './plan-words.ts'
export { readingAddress } from './readings.ts'

/** In the order of the work: write, read, agree, follow up, end. */
const all = [
  startPlanRoutes,
  goalRoutes,
  actionRoutes,
  contactsRoutes,
  otherRoutes,
  partiesRoutes,
  leadRoutes,
  showPlanRoutes,
  childsReadingRoutes,
  versionsRoutes,
  printRoutes,
  breakGlassRoutes,
  agreeRoutes,
  followUpRoutes,
  endPlanRoutes,
]

export function planRoutes(deps: Deps): Routes {
  const routes = new Routes('plans')
  for (const add of all) add(routes, deps)
  return routes
}
