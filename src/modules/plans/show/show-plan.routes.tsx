import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { readingFor } from '../readings.ts'
import { FollowUpLine } from './next.parts.tsx'
import { PlainPlanPage } from './plain-plan.page.tsx'
import { ShowPlanPage } from './show-plan.page.tsx'
import { showPlan } from './show-plan.ts'

export const showPlanRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.plan.show, { audience: 'signed-in', act: 'plan.show' }, async (c) => {
    const asking = askingOfChild(c)
    const shown = await showPlan(deps, asking)
    if (!shown.ok) return refused(c, shown.error)
    const { plan, known } = shown.value
    const frame =
      known.standing.relation === 'self'
        ? ({ title: message('Min sida'), kind: 'child' } as const)
        : { title: message('Barnets plan') }
    const always = plan?.followUpAt && !plan.endedAt && <FollowUpLine {...shown.value} />
    const isPlain = readingFor(known.standing, c.req.query('lasning')) === 'plain'
    const submission = deps.newId()
    return page(c, asking, { ...frame, current: 'children', always, translated: true }, (viewer) =>
      plan && isPlain ? (
        <PlainPlanPage {...shown.value} {...{ plan, viewer, submission }} />
      ) : (
        <ShowPlanPage {...shown.value} />
      ),
    )
  })
