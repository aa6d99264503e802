import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { askRoutes } from './ask/ask.routes.tsx'
import { linkRoutes } from './link/link.routes.tsx'
import { listRoutes } from './list/list.routes.tsx'
import { showRoutes } from './show/show.routes.tsx'

/** Questions to another unit with no child named, and its free times to talk. */
export function consultationRoutes(deps: Deps): Routes {
  const routes = askRoutes(new Routes('consultation'), deps)
  listRoutes(routes, deps)
  showRoutes(routes, deps)
  return linkRoutes(routes, deps)
}
