import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readPrepare } from './prepare.form.ts'
import { PreparePage } from './prepare.page.tsx'
import { openPrepare, prepareHandover } from './prepare.ts'

export const prepareRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.handover.prepare,
    audience: 'staff',
    opens: 'handover.open-form',
    sends: 'handover.prepare',
    title: 'Överlämna',
    open: (asking) => openPrepare(deps, asking),
    send: (asking, form) => prepareHandover(deps, asking, readPrepare(form)),
    show: (now, state) => <PreparePage {...now} {...state} />,
  })
