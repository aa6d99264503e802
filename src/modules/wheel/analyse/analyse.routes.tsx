import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAnalysis } from './analyse.form.ts'
import { AnalysePage } from './analyse.page.tsx'
import { decide, openAnalysis } from './analyse.ts'

export const analyseRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.analyse,
    audience: 'staff',
    opens: 'wheel.open-analysis',
    sends: 'wheel.decide',
    title: 'Analys',
    open: (asking) => openAnalysis(deps, asking),
    send: (asking, form) => decide(deps, asking, readAnalysis(form)),
    show: (now, state) => <AnalysePage {...now} {...state} />,
  })
