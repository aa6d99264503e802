import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readAsk } from './ask-consent.form.ts'
import { AskConsentPage } from './ask-consent.page.tsx'
import { askConsent, openAsk } from './ask-consent.ts'

const about = { title: 'Fråga om samtycke', current: 'children' } as const
const all = (c: WebContext) => c.req.query('alla') === 'ja'

export const askConsentRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.sharing.ask, { audience: 'staff', act: 'consent.open-form' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openAsk(deps, asking, all(c))
      if (!opened.ok) return refused(c, opened.error)
      const submission = deps.newId()
      return page(c, asking, about, (viewer) => (
        <AskConsentPage {...opened.value} {...{ viewer, submission }} />
      ))
    })
    .post(paths.sharing.ask, { audience: 'staff', act: 'consent.ask' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const asked = await askConsent(deps, asking, all(c), (now) => readAsk(form, now))
      if (asked.ok) return c.redirect(paths.sharing.consents.to({ childId: asking.childId }), 303)
      const { error } = asked
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const errors = error.kind === 'invalid' ? error.errors : {}
      const submission = one(form.typed, 'submission') || deps.newId()
      const content = { ...error.now, submission, typed: form.typed, errors }
      return page(c, asking, about, (viewer) => <AskConsentPage {...content} viewer={viewer} />, 422)
    })
