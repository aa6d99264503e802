import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { noticeRoutes } from './notice/notice.routes.tsx'

export const noticingRoutes = (deps: Deps): Routes => noticeRoutes(new Routes('noticing'), deps)
