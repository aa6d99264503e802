import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { readChange } from '../add-statement/add-statement.form.ts'
import { StatementPage } from './change-statement.page.tsx'
import { changeStatement, openStatement, statementIsRead } from './change-statement.ts'

export const changeStatementRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.changeStatement,
    audience: 'signed-in',
    opens: 'wheel.open-statement',
    sends: 'wheel.change-statement',
    title: message('Det som har sagts'),
    translated: true,
    open: (asking, c) => openStatement(deps, asking, idIn(c, 'itemId')),
    send: (asking, form, c) => changeStatement(deps, asking, idIn(c, 'itemId'), readChange(form)),
    show: (now, state) => <StatementPage {...now} {...state} />,
  }).post(paths.wheel.statementRead, { audience: 'staff', act: 'wheel.read-statement' }, async (c) => {
    const { typed } = await readForm(c)
    const read = await statementIsRead(deps, askingOfChild(c, typed), idIn(c, 'itemId'))
    return read.ok ? c.redirect(read.value, 303) : refused(c, read.error)
  })
