import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readStart } from './start-gathering.form.ts'
import { StartGatheringPage } from './start-gathering.page.tsx'
import { openStart, startGathering } from './start-gathering.ts'

export const startGatheringRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.start,
    audience: 'staff',
    opens: 'wheel.open-start',
    sends: 'wheel.start',
    title: 'Börja samla',
    open: (asking) => openStart(deps, asking),
    send: (asking, form) => startGathering(deps, asking, readStart(form)),
    show: (now, state) => <StartGatheringPage {...now} {...state} />,
  })
