import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { formRoutes, type PlanForm } from '../form-routes.tsx'
import { readGoal } from './goal.form.ts'
import { GoalPage } from './goal.page.tsx'
import { type GoalForm, openGoal, saveGoal } from './goal.ts'

export function goalRoutes(routes: Routes, deps: Deps): Routes {
  const form = (idOf: (c: WebContext) => string | undefined) =>
    ({
      audience: 'staff',
      title: 'Mål i planen',
      acts: { open: 'plan.open-goal', send: 'plan.save-goal' },
      open: (asking, c) => openGoal(deps, asking, idOf(c)),
      send: async (asking, read, c) => {
        const saved = await saveGoal(deps, asking, idOf(c), readGoal(read))
        return saved.ok ? { ok: true, value: paths.plan.show.to(asking) } : saved
      },
      page: GoalPage,
    }) satisfies Omit<PlanForm<GoalForm>, 'path'>
  formRoutes(routes, deps, { ...form(() => undefined), path: paths.plan.addGoal })
  return formRoutes(routes, deps, { ...form((c) => idIn(c, 'partId')), path: paths.plan.changeGoal })
}
