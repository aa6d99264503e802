import { askingOf, idIn } from '#shared/asking.ts'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { SiblingsPage } from './siblings.page.tsx'
import { openSiblings } from './siblings.ts'

const about = { title: 'Syskon på samma möte', current: 'tasks' } as const

export const siblingsRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.meeting.siblings, { audience: 'staff', act: 'meeting.siblings' }, async (c) => {
    const asking = { ...askingOf(c), childId: undefined }
    const opened = await openSiblings(deps, asking, idIn(c, 'childId'), idIn(c, 'meetingId'))
    if (!opened.ok) return refused(c, opened.error)
    const content = { ...opened.value, today: swedishDay(deps.now()), newId: deps.newId }
    return page(c, asking, about, (viewer) => <SiblingsPage {...content} viewer={viewer} />)
  })
