import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { groupRoutes } from './group/group.routes.tsx'
import { liftRoutes } from './lift/lift.routes.tsx'
import { markRoutes } from './mark/mark.routes.tsx'

export {
  addSealedNumber,
  findSealedNumbers,
  markOfFamily,
  protectExpected,
  protectNewborn,
  sealIdentity,
} from './newborn-store.ts'
export { markWith, openNumber, openPhone } from './sealed-store.ts'

export function protectionRoutes(deps: Deps): Routes {
  const routes = new Routes('protection')
  markRoutes(routes, deps)
  groupRoutes(routes, deps)
  return liftRoutes(routes, deps)
}
