import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readTwin } from './twin.form.ts'
import { TwinPage } from './twin.page.tsx'
import { openTwin, twin } from './twin.ts'

export const twinRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.particulars.twin,
    audience: 'staff',
    opens: 'particulars.open-twin',
    sends: 'particulars.add-twin',
    title: 'Ett barn till föddes',
    open: (asking) => openTwin(deps, asking),
    send: (asking, form) => twin(deps, asking, readTwin(form)),
    show: (now, state) => <TwinPage {...now} {...state} />,
  })
