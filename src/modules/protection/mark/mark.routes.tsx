import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readMark } from './mark.form.ts'
import { ShieldPage } from './mark.page.tsx'
import { mark, openSealed, openShield } from './mark.ts'

/** `?visa=allt`: what lies sealed, for the group. */
export const markRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.shield.show,
    audience: 'staff',
    opens: 'protection.open',
    sends: 'protection.mark',
    title: 'Skyddade personuppgifter',
    open: (asking, c) => (c.req.query('visa') === 'allt' ? openSealed : openShield)(deps, asking),
    send: (asking, form) => mark(deps, asking, readMark(form)),
    show: (now, state) => <ShieldPage {...now} {...state} />,
  })
