import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { actionRoutes } from './action/action.routes.tsx'
import { goalRoutes } from './goal/goal.routes.tsx'
import { showPlanRoutes } from './show/show-plan.routes.tsx'
import { startPlanRoutes } from './start/start-plan.routes.tsx'

export function planRoutes(deps: Deps): Routes {
  const routes = new Routes('plans')
  for (const add of [showPlanRoutes, startPlanRoutes, goalRoutes, actionRoutes]) add(routes, deps)
  return routes
}
