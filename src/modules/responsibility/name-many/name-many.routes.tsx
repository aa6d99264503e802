import type { Deps } from '#shared/db.ts'
import { formAlone } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readMany, shownIn } from './name-many.form.ts'
import { ManyPage } from './name-many.page.tsx'
import { nameMany, openMany } from './name-many.ts'

export const nameManyRoutes = (routes: Routes, deps: Deps): Routes =>
  formAlone(routes, deps, {
    path: paths.lead.many,
    audience: 'staff',
    opens: 'lead.open-many',
    sends: 'lead.name-many',
    title: 'Byt för flera barn',
    open: (asking, c) => openMany(deps, asking, shownIn(c.req.query())),
    send: (asking, form, c) => nameMany(deps, asking, shownIn(c.req.query()), readMany(form)),
    show: (now, state) => <ManyPage {...now} {...state} />,
  })
