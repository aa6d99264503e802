import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { formRoutes } from '../form-routes.tsx'
import { readLead } from './lead.form.ts'
import { LeadPage } from './lead.page.tsx'
import { type LeadForm, openLead, saveLead } from './lead.ts'

export const leadRoutes = (routes: Routes, deps: Deps): Routes =>
  formRoutes<LeadForm>(routes, deps, {
    path: paths.plan.lead,
    audience: 'staff',
    title: 'Samverkansansvarig',
    acts: { open: 'plan.open-lead', send: 'plan.save-lead' },
    open: (asking) => openLead(deps, asking),
    send: async (asking, form) => {
      const saved = await saveLead(deps, asking, readLead(form))
      return saved.ok ? { ok: true, value: paths.plan.lead.to(asking) } : saved
    },
    page: LeadPage,
  })
