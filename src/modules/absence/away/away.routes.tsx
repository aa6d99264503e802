import type { Deps } from '#shared/db.ts'
import { formAlone } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readMine } from '../absence.form.ts'
import { AwayPage } from './away.page.tsx'
import { noteMine, openMine } from './away.ts'

export const awayRoutes = (routes: Routes, deps: Deps): Routes =>
  formAlone(routes, deps, {
    path: paths.absence.mine,
    audience: 'staff',
    opens: 'absence.open-mine',
    sends: 'absence.note-mine',
    title: 'Jag är borta',
    open: (asking) => openMine(deps, asking),
    send: (asking, form) => noteMine(deps, asking, readMine(form)),
    show: (mine, state) => <AwayPage {...mine} {...state} />,
  })
