import type { Deps } from '#shared/db.ts'
import { one } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { formRoutes } from '../form-routes.tsx'
import { readStart } from './start.form.ts'
import { StartPlanPage } from './start-plan.page.tsx'
import { openStart, type StartForm, startPlan } from './start-plan.ts'

export const startPlanRoutes = (routes: Routes, deps: Deps): Routes =>
  formRoutes<StartForm>(routes, deps, {
    path: paths.plan.start,
    audience: 'staff',
    title: 'Ny plan',
    acts: { open: 'plan.open-start', send: 'plan.start' },
    open: (asking) => openStart(deps, asking),
    send: async (asking, read) => {
      const started = await startPlan(deps, asking, readStart(read))
      if (!started.ok) return started
      const more = one(read.typed, 'outcome') === 'another'
      return { ok: true, value: (more ? paths.plan.addAction : paths.plan.show).to(asking) }
    },
    page: StartPlanPage,
  })
