import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { handOverRoutes } from './hand-over/hand-over.routes.tsx'
import { homeRoutes } from './home/home.routes.tsx'
import { readMessageRoutes } from './read-message/read-message.routes.tsx'
import { writeRoutes } from './write/write.routes.tsx'

export { HelpLines } from './help.parts.tsx'

/** The child's ways in: beside an adult who works with it, and by itself. */
export const childsDoorRoutes = (deps: Deps): Routes =>
  [handOverRoutes, homeRoutes, writeRoutes, readMessageRoutes].reduce(
    (routes, add) => add(routes, deps),
    new Routes('childs-door'),
  )
