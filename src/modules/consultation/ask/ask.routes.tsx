import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAlone } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAsk } from './ask.form.ts'
import { AskPage } from './ask.page.tsx'
import { ask, openAsk } from './ask.ts'

export const askRoutes = (routes: Routes, deps: Deps): Routes =>
  formAlone(routes, deps, {
    path: paths.consultation.ask,
    audience: 'staff',
    opens: 'consultation.open-ask',
    sends: 'consultation.ask',
    title: 'En fråga utan namn',
    open: (asking, c) => openAsk(deps, asking, idIn(c, 'unitId')),
    send: (asking, form, c) => ask(deps, asking, idIn(c, 'unitId'), readAsk(form)),
    show: (now, state) => <AskPage {...now} {...state} />,
  })
