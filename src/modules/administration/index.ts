import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { functionRoutes } from './function/function.routes.tsx'
import { homeRoutes } from './home/home.routes.tsx'
import { importRoutes } from './import/import.routes.tsx'
import { keyRoutes } from './key/key.routes.tsx'
import { personRoutes } from './person/person.routes.tsx'
import { unitRoutes } from './unit/unit.routes.tsx'

export { invitationDays, unitKinds } from './administration.ts'
export { codeOf } from './person/add-person.ts'

/** An organisation keeps its own units and people. Nothing here is about a child. */
export function administrationRoutes(deps: Deps): Routes {
  const routes = new Routes('administration')
  homeRoutes(routes, deps)
  unitRoutes(routes, deps)
  personRoutes(routes, deps)
  keyRoutes(routes, deps)
  importRoutes(routes, deps)
  return functionRoutes(routes, deps)
}
