import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { callRoutes } from './call/call.routes.tsx'
import { showRoutes } from './show/show.routes.tsx'

export function meetingsRoutes(deps: Deps): Routes {
  const routes = new Routes('meetings')
  callRoutes(routes, deps)
  showRoutes(routes, deps)
  return routes
}
