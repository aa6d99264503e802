import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { formRoutes } from '../form-routes.tsx'
import { readParties } from './parties.form.ts'
import { PartiesPage } from './parties.page.tsx'
import { openParties, type PartiesForm, saveParties } from './parties.ts'

export const partiesRoutes = (routes: Routes, deps: Deps): Routes =>
  formRoutes<PartiesForm>(routes, deps, {
    path: paths.plan.parties,
    audience: 'signed-in',
    title: message('Vilka som är med'),
    translated: true,
    acts: { open: 'plan.open-parties', send: 'plan.save-parties' },
    open: (asking) => openParties(deps, asking),
    send: async (asking, form) => {
      const saved = await saveParties(deps, asking, (unitIds) => readParties(form, unitIds))
      return saved.ok ? { ok: true, value: paths.plan.parties.to(asking) } : saved
    },
    page: PartiesPage,
  })
