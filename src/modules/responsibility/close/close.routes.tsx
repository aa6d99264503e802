import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readClose } from './close.form.ts'
import { ClosePage } from './close.page.tsx'
import { close, openClose } from './close.ts'

export const closeRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.close,
    audience: 'staff',
    opens: 'matter.open-close',
    sends: 'matter.close',
    title: 'Avsluta',
    open: (asking) => openClose(deps, asking),
    send: (asking, form) => close(deps, asking, readClose(form)),
    show: (now, state) => <ClosePage {...now} {...state} />,
  })
