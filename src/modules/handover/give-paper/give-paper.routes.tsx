import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readGivePaper } from './give-paper.form.ts'
import { GivePaperPage } from './give-paper.page.tsx'
import { givePaper, openGivePaper } from './give-paper.ts'

export const givePaperRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.handover.givePaper,
    audience: 'staff',
    opens: 'handover.open-paper',
    sends: 'handover.give-paper',
    title: 'Överlämna på papper',
    open: (asking) => openGivePaper(deps, asking),
    send: (asking, form) => givePaper(deps, asking, readGivePaper(form)),
    show: (now, state) => <GivePaperPage {...now} {...state} />,
  })
