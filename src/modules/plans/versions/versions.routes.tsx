import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { ShowVersionsPage } from './versions.page.tsx'
import { showVersions } from './versions.ts'

export const versionsRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.plan.versions, { audience: 'signed-in', act: 'plan.versions' }, async (c) => {
    const asking = askingOfChild(c)
    const shown = await showVersions(deps, asking, c.req.query('da'))
    if (!shown.ok) return refused(c, shown.error)
    const about = {
      title: message('Hur planen såg ut förut'),
      current: 'children',
      translated: true,
    } as const
    return page(c, asking, about, () => <ShowVersionsPage {...shown.value} />)
  })
