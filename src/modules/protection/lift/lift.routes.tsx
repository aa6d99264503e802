import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readAgain } from './lift.form.ts'
import { AgainPage } from './lift.page.tsx'
import { lift, openAgain, show } from './lift.ts'

export function liftRoutes(routes: Routes, deps: Deps): Routes {
  formAboutChild(routes, deps, {
    path: paths.shield.again,
    audience: 'staff',
    opens: 'protection.open-again',
    sends: 'protection.show-again',
    title: 'Skyddet har upphört',
    open: (asking, c) => openAgain(deps, asking, idIn(c, 'markId')),
    send: (asking, form, c) => show(deps, asking, idIn(c, 'markId'), readAgain(form)),
    show: (now, state) => <AgainPage {...now} {...state} />,
  })
  return routes.post(paths.shield.lift, { audience: 'staff', act: 'protection.lift' }, async (c) => {
    const asking = askingOfChild(c, (await readForm(c)).typed)
    const lifted = await lift(deps, asking, idIn(c, 'markId'))
    return lifted.ok ? c.redirect(lifted.value, 303) : refused(c, lifted.error)
  })
}
