import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readSharingTest } from '../golden-rule.form.ts'
import { ExplainPage } from './explain.page.tsx'
import { explainSharing, openExplain } from './explain.ts'

export const explainRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.sharing.explain,
    audience: 'staff',
    opens: 'sharing.open-explain',
    sends: 'sharing.explain',
    title: 'Varför ni berättade',
    open: (asking, c) => openExplain(deps, asking, idIn(c, 'grantId')),
    send: (asking, form, c) =>
      explainSharing(deps, asking, idIn(c, 'grantId'), readSharingTest(form, 'ground')),
    show: (now, state) => <ExplainPage {...now} {...state} />,
  })
