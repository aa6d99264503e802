import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { formRoutes } from '../form-routes.tsx'
import { readAfter, readEnd, readFamilyEnd } from './end.form.ts'
import { EndPlanPage } from './end-plan.page.tsx'
import { type EndForm, endPlan, openEnd } from './end-plan.ts'

export const endPlanRoutes = (routes: Routes, deps: Deps): Routes =>
  formRoutes<EndForm>(routes, deps, {
    path: paths.plan.end,
    audience: 'signed-in',
    title: message('Avsluta planen'),
    translated: true,
    acts: { open: 'plan.open-end', send: 'plan.end' },
    open: (asking) => openEnd(deps, asking),
    send: async (asking, form) => {
      const ended = await endPlan(deps, asking, {
        lead: () => readEnd(form),
        after: () => readAfter(form),
        family: () => readFamilyEnd(form),
      })
      return ended.ok ? { ok: true, value: paths.plan.show.to(asking) } : ended
    },
    page: EndPlanPage,
  })
