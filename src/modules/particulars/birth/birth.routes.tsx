import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readBirth } from './birth.form.ts'
import { BirthPage } from './birth.page.tsx'
import { born, openBirth } from './birth.ts'

export const birthRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.particulars.birth,
    audience: 'staff',
    opens: 'particulars.open-birth',
    sends: 'particulars.note-birth',
    title: 'Barnet är fött',
    open: (asking) => openBirth(deps, asking),
    send: (asking, form) => born(deps, asking, readBirth(form)),
    show: (now, state) => <BirthPage {...now} {...state} />,
  })
