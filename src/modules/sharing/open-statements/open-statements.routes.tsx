import { z } from 'zod'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readOpen } from './open-statements.form.ts'
import { OpenStatementsPage } from './open-statements.page.tsx'
import { openOpening, openStatements } from './open-statements.ts'

const itemId = z.uuid().optional().catch(undefined)

export const openStatementsRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.sharing.open,
    audience: 'staff',
    opens: 'sharing.open-form',
    sends: 'sharing.open',
    title: 'Visa på mötet',
    open: (asking, c) =>
      openOpening(deps, asking, {
        itemId: itemId.parse(c.req.query('vad')),
        already: c.req.query('redan') !== undefined,
      }),
    send: (asking, form) => openStatements(deps, asking, (now) => readOpen(form, now)),
    show: (now, state) => <OpenStatementsPage {...now} {...state} />,
  })
