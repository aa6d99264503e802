import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { TimelinePage } from './show-timeline.page.tsx'
import { showTimeline } from './show-timeline.ts'

export const showTimelineRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.timeline, { audience: 'signed-in', act: 'timeline.show' }, async (c) => {
    const asking = askingOfChild(c)
    const shown = await showTimeline(deps, asking)
    if (!shown.ok) return refused(c, shown.error)
    const about = { title: message('Tidslinje'), translated: true, current: 'children' } as const
    return page(c, asking, about, () => <TimelinePage {...shown.value} />)
  })
