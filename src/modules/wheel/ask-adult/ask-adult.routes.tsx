import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAskAdult } from './ask-adult.form.ts'
import { AskAdultPage } from './ask-adult.page.tsx'
import { askAdult, openAskAdult } from './ask-adult.ts'

export const askAdultRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.askAdult,
    audience: 'staff',
    opens: 'wheel.open-ask-adult',
    sends: 'wheel.ask-adult',
    title: 'Fråga med en länk',
    open: (asking) => openAskAdult(deps, asking),
    send: (asking, form) => askAdult(deps, asking, readAskAdult(form)),
    show: (now, state) => <AskAdultPage {...now} {...state} />,
  })
