import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { endPaperRoutes } from './end-paper/end-paper.routes.tsx'
import { handOverRoutes } from './hand-over/hand-over.routes.tsx'
import { homeRoutes } from './home/home.routes.tsx'
import { makePaperRoutes } from './make-paper/make-paper.routes.tsx'
import { readMessageRoutes } from './read-message/read-message.routes.tsx'
import { usePaperRoutes } from './use-paper/use-paper.routes.tsx'
import { writeRoutes } from './write/write.routes.tsx'

export { WhatIsNext } from './next.parts.tsx'
export { findNext, type Next } from './next-store.ts'
export { codeOf } from './paper-access.ts'

/** The child's ways in: beside an adult who works with it, with a code on paper, and by itself. */
export function childsDoorRoutes(deps: Deps, { signIn }: { signIn?: { origin: string } }): Routes {
  const routes = new Routes('childs-door')
  for (const add of [
    handOverRoutes,
    homeRoutes,
    writeRoutes,
    readMessageRoutes,
    usePaperRoutes,
    endPaperRoutes,
  ])
    add(routes, deps)
  return makePaperRoutes(routes, deps, signIn?.origin ?? 'http://localhost')
}
