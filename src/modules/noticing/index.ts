import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { noticeRoutes } from './notice/notice.routes.tsx'
import { receiveRoutes } from './receive/receive.routes.tsx'

export { findMine, findNamed, findOpenMatter } from './match-store.ts'
export { tellAllAnew } from './receive/match.ts'
export { nameWords } from './received.ts'

export const noticingRoutes = (deps: Deps): Routes =>
  receiveRoutes(noticeRoutes(new Routes('noticing'), deps), deps)
