import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { showPlanRoutes } from './show/show-plan.routes.tsx'

export function planRoutes(deps: Deps): Routes {
  const routes = new Routes('plans')
  for (const add of [showPlanRoutes]) add(routes, deps)
  return routes
}
