import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { birthRoutes } from './birth/birth.routes.tsx'
import { numbersRoutes } from './numbers/numbers.routes.tsx'
import { sameChildRoutes } from './same-child/same-child.routes.tsx'
import { twinRoutes } from './twin/twin.routes.tsx'

export { systems, written } from './identifier.ts'
export { writeTold } from './numbers/numbers.ts'

/** Who the child is: its numbers, its birth, and two records that are one child. */
export const particularsRoutes = (deps: Deps): Routes =>
  [numbersRoutes, birthRoutes, twinRoutes, sameChildRoutes].reduce(
    (routes, add) => add(routes, deps),
    new Routes('particulars'),
  )
