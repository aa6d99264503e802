import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readLink } from './link.form.ts'
import { LinkPage } from './link.page.tsx'
import { link, openLink } from './link.ts'

export const linkRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.consultation.link,
    audience: 'staff',
    opens: 'consultation.open-link',
    sends: 'consultation.link',
    title: 'Frågor utan namn',
    open: (asking) => openLink(deps, asking),
    send: (asking, form) => link(deps, asking, readLink(form)),
    show: (now, state) => <LinkPage {...now} {...state} />,
  })
