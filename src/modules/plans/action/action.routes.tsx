import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { formRoutes, type PlanForm } from '../form-routes.tsx'
import { readAction } from './action.form.ts'
import { ActionPage } from './action.page.tsx'
import { type ActionForm, openAction, saveAction } from './action.ts'

export function actionRoutes(routes: Routes, deps: Deps): Routes {
  const form = (idOf: (c: WebContext) => string | undefined) =>
    ({
      audience: 'staff',
      title: 'Insats i planen',
      acts: { open: 'plan.open-action', send: 'plan.save-action' },
      open: (asking, c) => openAction(deps, asking, idOf(c)),
      send: async (asking, read, c) => {
        const saved = await saveAction(deps, asking, idOf(c), readAction(read))
        if (!saved.ok) return saved
        const more = one(read.typed, 'outcome') === 'another'
        return { ok: true, value: (more ? paths.plan.addAction : paths.plan.show).to(asking) }
      },
      page: ActionPage,
    }) satisfies Omit<PlanForm<ActionForm>, 'path'>
  formRoutes(routes, deps, { ...form(() => undefined), path: paths.plan.addAction })
  return formRoutes(routes, deps, { ...form((c) => idIn(c, 'partId')), path: paths.plan.changeAction })
}
