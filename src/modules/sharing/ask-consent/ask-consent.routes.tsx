import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { readAsk } from './ask-consent.form.ts'
import { AskConsentPage } from './ask-consent.page.tsx'
import { askConsent, openAsk } from './ask-consent.ts'

const all = (c: WebContext) => c.req.query('alla') === 'ja'

export const askConsentRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.sharing.ask,
    audience: 'staff',
    opens: 'consent.open-form',
    sends: 'consent.ask',
    title: 'Fråga om samtycke',
    open: (asking, c) => openAsk(deps, asking, all(c)),
    send: (asking, form, c) => askConsent(deps, asking, all(c), (now) => readAsk(form, now)),
    show: (now, state) => <AskConsentPage {...now} {...state} />,
  })
