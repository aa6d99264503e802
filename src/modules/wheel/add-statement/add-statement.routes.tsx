import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { presetOf, readStatement } from './add-statement.form.ts'
import { AddStatementPage } from './add-statement.page.tsx'
import { addStatement, openNewStatement } from './add-statement.ts'

export const addStatementRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.addStatement,
    audience: 'signed-in',
    opens: 'wheel.open-new-statement',
    sends: 'wheel.add-statement',
    title: message('Lägg till röst'),
    translated: true,
    open: (asking, c) => openNewStatement(deps, asking, presetOf(c.req.query('omrade'), c.req.query('rost'))),
    send: (asking, form) => addStatement(deps, asking, (ownWords) => readStatement(form, ownWords)),
    show: (now, state) => <AddStatementPage {...now} {...state} />,
  })
