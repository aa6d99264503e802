import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAnswer } from './answer.form.ts'
import { SaysPage } from './answer.page.tsx'
import { answer, openSays } from './answer.ts'

export const answerRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.registerSays,
    audience: 'staff',
    opens: 'register-says.open',
    sends: 'register-says.answer',
    title: 'Folkbokföringen säger',
    open: (asking, c) => openSays(deps, asking, idIn(c, 'saysId')),
    send: (asking, form, c) => answer(deps, asking, idIn(c, 'saysId'), readAnswer(form)),
    show: (now, state) => <SaysPage {...now} {...state} />,
  })
