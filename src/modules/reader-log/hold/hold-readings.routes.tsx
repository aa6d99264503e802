import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readHold } from './hold-readings.form.ts'
import { HoldReadingsPage } from './hold-readings.page.tsx'
import { holdReadings, openHolds } from './hold-readings.ts'

export const holdReadingsRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.readerLog.hold,
    audience: 'staff',
    opens: 'reader-log.open-holds',
    sends: 'reader-log.hold',
    title: 'Det vi har läst',
    open: (asking) => openHolds(deps, asking),
    send: (asking, form) => holdReadings(deps, asking, readHold(form)),
    show: (now, state) => <HoldReadingsPage {...now} {...state} />,
  })
