import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { readLetIn } from '../let-in/let-in.form.ts'
import { letUnitIn } from '../let-in/let-unit-in.ts'
import { ConsentsPage } from './consents.page.tsx'
import { goOn, showConsents } from './consents.ts'

const about = { title: message('Samtycke'), current: 'children', translated: true } as const

export function consentsRoutes(routes: Routes, deps: Deps): Routes {
  const { newId } = deps
  return routes
    .get(paths.sharing.consents, { audience: 'signed-in', act: 'consents.show' }, async (c) => {
      const asking = askingOfChild(c)
      const seen = await showConsents(deps, asking)
      if (!seen.ok) return refused(c, seen.error)
      return page(c, asking, about, (viewer) => <ConsentsPage {...seen.value} {...{ viewer, newId }} />)
    })
    .post(paths.sharing.letIn, { audience: 'staff', act: 'consent.let-in' }, async (c) => {
      const form = await readForm(c)
      const asking = { ...askingOfChild(c, form.typed), consentId: idIn(c, 'consentId') }
      const done = await letUnitIn(deps, asking, readLetIn(form))
      if (done.ok) return c.redirect(paths.sharing.consents.to(asking), 303)
      const { error } = done
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const conflict = error.kind === 'conflict'
      const errors = error.kind === 'invalid' ? error.errors : {}
      const content = { ...error.now, newId, typed: form.typed, errors, conflict }
      const status = conflict ? 409 : 422
      return page(c, asking, about, (viewer) => <ConsentsPage {...content} viewer={viewer} />, status)
    })
    .post(paths.sharing.goOn, { audience: 'staff', act: 'consent.go-on' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = { ...askingOfChild(c, typed), consentId: idIn(c, 'consentId') }
      const done = await goOn(deps, asking)
      return done.ok ? c.redirect(paths.sharing.consents.to(asking), 303) : refused(c, done.error)
    })
}
