import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAsk } from './ask-source.form.ts'
import { AskSourcePage } from './ask-source.page.tsx'
import { askSource, openAsk } from './ask-source.ts'

export const askSourceRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.ask,
    audience: 'staff',
    opens: 'wheel.open-ask',
    sends: 'wheel.ask-source',
    title: 'Fråga en verksamhet',
    open: (asking) => openAsk(deps, asking),
    send: (asking, form) => askSource(deps, asking, readAsk(form)),
    show: (now, state) => <AskSourcePage {...now} {...state} />,
  })
