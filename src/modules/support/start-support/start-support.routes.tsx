import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readStart } from './start-support.form.ts'
import { StartSupportPage } from './start-support.page.tsx'
import { openStart, startSupport } from './start-support.ts'

export const startSupportRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.support.start,
    audience: 'staff',
    opens: 'support.open-form',
    sends: 'support.start',
    title: 'Stöd hos oss',
    open: (asking) => openStart(deps, asking),
    send: (asking, form) => startSupport(deps, asking, readStart(form)),
    show: (now, state) => <StartSupportPage {...now} {...state} />,
  })
