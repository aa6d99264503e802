import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { readReaders } from './change-readers.form.ts'
import { ReadersPage } from './change-readers.page.tsx'
import { changeReaders, openReaders } from './change-readers.ts'

export const changeReadersRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.readers,
    audience: 'signed-in',
    opens: 'wheel.open-readers',
    sends: 'wheel.change-readers',
    title: message('Vem får läsa'),
    translated: true,
    open: (asking, c) => openReaders(deps, asking, idIn(c, 'itemId')),
    send: (asking, form, c) => changeReaders(deps, asking, idIn(c, 'itemId'), readReaders(form)),
    show: (now, state) => <ReadersPage {...now} {...state} />,
  })
