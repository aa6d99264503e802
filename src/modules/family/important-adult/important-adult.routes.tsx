import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readImportantAdult } from './important-adult.form.ts'
import { ImportantAdultPage } from './important-adult.page.tsx'
import { addAdult, openAdults } from './important-adult.ts'

export const importantAdultRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.family.adult,
    audience: 'staff',
    opens: 'family.open-adults',
    sends: 'family.add-adult',
    title: 'Viktiga vuxna',
    open: (asking) => openAdults(deps, asking),
    send: (asking, form) => addAdult(deps, asking, readImportantAdult(form)),
    show: (now, state) => <ImportantAdultPage {...now} {...state} />,
  })
