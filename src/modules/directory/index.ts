import type { ReportChannel } from '#modules/knowledge'
import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { mapRoutes } from './map/map.routes.tsx'
import { offerTimesRoutes } from './offer-times/offer-times.routes.tsx'
import { searchRoutes } from './search/search.routes.tsx'
import { showUnitRoutes } from './show-unit/show-unit.routes.tsx'
import { whomRoutes } from './whom/whom.routes.tsx'
import { writeEntryRoutes } from './write-entry/write-entry.routes.tsx'

export { pageAsked } from './asked.ts'
export { findUnit } from './directory-store.ts'
export type { DirectoryUnit } from './entry.ts'
export { findTimes, type OfferedTime } from './entry-store.ts'
export { holdsPersonNumber } from './no-child.ts'
export { timeWords } from './show-unit/show-unit.page.tsx'

type Options = { demo: boolean; channels?: readonly ReportChannel[] }

/** Who can help: for those who work with children, and a page for anybody. */
export function directoryRoutes(deps: Deps, options: Options): Routes {
  const routes = whomRoutes(new Routes('directory'), deps, options)
  searchRoutes(routes, deps)
  mapRoutes(routes, deps)
  showUnitRoutes(routes, deps)
  writeEntryRoutes(routes, deps)
  return offerTimesRoutes(routes, deps)
}
