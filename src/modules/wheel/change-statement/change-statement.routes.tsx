import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readChange } from '../add-statement/add-statement.form.ts'
import { StatementPage } from './change-statement.page.tsx'
import { changeStatement, openStatement } from './change-statement.ts'

export const changeStatementRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.changeStatement,
    audience: 'signed-in',
    opens: 'wheel.open-statement',
    sends: 'wheel.change-statement',
    title: 'Det som har sagts',
    open: (asking, c) => openStatement(deps, asking, idIn(c, 'itemId')),
    send: (asking, form, c) => changeStatement(deps, asking, idIn(c, 'itemId'), readChange(form)),
    show: (now, state) => <StatementPage {...now} {...state} />,
  })
