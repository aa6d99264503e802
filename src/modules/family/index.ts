import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { barRoutes } from './bar/bar.routes.tsx'
import { guardiansRoutes } from './guardians/guardians.routes.tsx'
import { importantAdultRoutes } from './important-adult/important-adult.routes.tsx'
import { talkRoutes } from './talk/talk.routes.tsx'

export { addImportantAdult, listImportantAdults } from './adult-store.ts'
export { barAlso } from './bar/bar.ts'
export { addBar, listBars } from './bar-store.ts'
export { type Bar, fullName, type ImportantAdult, isOfTheWhole, isSettled, type Listener } from './family.ts'
export { findLanguage, listListeners } from './family-store.ts'
export { type Guardian, listGuardians } from './guardian-store.ts'

export function familyRoutes(deps: Deps): Routes {
  const routes = new Routes('family')
  talkRoutes(routes, deps)
  barRoutes(routes, deps)
  guardiansRoutes(routes, deps)
  return importantAdultRoutes(routes, deps)
}
