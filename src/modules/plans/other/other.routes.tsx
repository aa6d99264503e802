import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { formRoutes } from '../form-routes.tsx'
import type { OpenPlan } from '../plan-access.ts'
import { readOther } from './other.form.ts'
import { OtherPage } from './other.page.tsx'
import { openOther, saveOther } from './other.ts'

export const otherRoutes = (routes: Routes, deps: Deps): Routes =>
  formRoutes<OpenPlan>(routes, deps, {
    path: paths.plan.other,
    audience: 'staff',
    title: 'Mer i planen',
    acts: { open: 'plan.open-other', send: 'plan.save-other' },
    open: (asking) => openOther(deps, asking),
    send: async (asking, form) => {
      const saved = await saveOther(deps, asking, readOther(form))
      return saved.ok ? { ok: true, value: paths.plan.show.to(asking) } : saved
    },
    page: OtherPage,
  })
