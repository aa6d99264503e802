import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readBar } from './bar.form.ts'
import { BarPage } from './bar.page.tsx'
import { changeBar, openBars } from './bar.ts'

/** `?sak=<id>` chooses the thing beforehand: links from a plan or a meeting lead here. */
export const barRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.family.bar,
    audience: 'staff',
    opens: 'family.open-bars',
    sends: 'family.change-bar',
    title: 'Spärrar',
    open: (asking, c) => openBars(deps, asking, c.req.query('sak')),
    send: (asking, form) => changeBar(deps, asking, readBar(form)),
    show: (now, state) => <BarPage {...now} {...state} />,
  })
