import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { FollowUpLine, ShowPlanPage } from './show-plan.page.tsx'
import { showPlan } from './show-plan.ts'

export const showPlanRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.plan.show, { audience: 'signed-in', act: 'plan.show' }, async (c) => {
    const asking = askingOfChild(c)
    const shown = await showPlan(deps, asking)
    if (!shown.ok) return refused(c, shown.error)
    const about = {
      title: 'Barnets plan',
      current: 'children',
      always: shown.value.plan?.followUpAt && !shown.value.plan.endedAt && <FollowUpLine {...shown.value} />,
    } as const
    return page(c, asking, about, () => <ShowPlanPage {...shown.value} />)
  })
