import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { KeptPage } from './kept.page.tsx'
import { showKept } from './kept.ts'

export const keptRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.handover.kept, { audience: 'staff', act: 'handover.kept' }, async (c) => {
    const asking = askingOfChild(c)
    const shown = await showKept(deps, asking)
    if (!shown.ok) return refused(c, shown.error)
    const about = { title: 'Det som ni har skrivit', current: 'children' } as const
    return page(c, asking, about, () => <KeptPage {...shown.value} />)
  })
