import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { functionRoutes } from './function/function.routes.tsx'
import { homeRoutes } from './home/home.routes.tsx'
import { personRoutes } from './person/person.routes.tsx'
import { unitRoutes } from './unit/unit.routes.tsx'

/** An organisation keeps its own units and people. Nothing here is about a child. */
export function administrationRoutes(deps: Deps): Routes {
  const routes = new Routes('administration')
  homeRoutes(routes, deps)
  unitRoutes(routes, deps)
  personRoutes(routes, deps)
  return functionRoutes(routes, deps)
}
