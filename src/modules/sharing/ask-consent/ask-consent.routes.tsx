import { z } from 'zod'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { readAsk } from './ask-consent.form.ts'
import { AskConsentPage } from './ask-consent.page.tsx'
import { askConsent, openAsk, type Wanted } from './ask-consent.ts'

const earlier = z.uuid().optional().catch(undefined)
const wanted = (c: WebContext): Wanted => ({
  all: c.req.query('alla') === 'ja',
  earlier: earlier.parse(c.req.query('igen')),
})

export const askConsentRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.sharing.ask,
    audience: 'staff',
    opens: 'consent.open-form',
    sends: 'consent.ask',
    title: 'Fråga om samtycke',
    open: (asking, c) => openAsk(deps, asking, wanted(c)),
    send: (asking, form, c) => askConsent(deps, asking, wanted(c), (now) => readAsk(form, now)),
    show: (now, state) => <AskConsentPage {...now} {...state} />,
  })
