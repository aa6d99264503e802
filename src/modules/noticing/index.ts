import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { noticeRoutes } from './notice/notice.routes.tsx'
import { receiveRoutes } from './receive/receive.routes.tsx'

export const noticingRoutes = (deps: Deps): Routes =>
  receiveRoutes(noticeRoutes(new Routes('noticing'), deps), deps)
