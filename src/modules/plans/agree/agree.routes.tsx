import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { formRoutes } from '../form-routes.tsx'
import { readAgree } from './agree.form.ts'
import { AgreePage } from './agree.page.tsx'
import { type AgreeForm, agree, openAgree } from './agree.ts'

export const agreeRoutes = (routes: Routes, deps: Deps): Routes =>
  formRoutes<AgreeForm>(routes, deps, {
    path: paths.plan.agree,
    audience: 'signed-in',
    title: message('Är ni med på planen?'),
    translated: true,
    acts: { open: 'plan.open-agree', send: 'plan.agree' },
    open: (asking) => openAgree(deps, asking),
    send: async (asking, form) => {
      const noted = await agree(deps, asking, (everyone) => readAgree(form, everyone))
      return noted.ok ? { ok: true, value: paths.plan.show.to(asking) } : noted
    },
    page: AgreePage,
  })
