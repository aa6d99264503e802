import { type Asking, askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { KeyPage } from './key.page.tsx'
import { type DirectoryKey, openKey, sendEndKey, sendKey } from './key.ts'

export function keyRoutes(routes: Routes, deps: Deps): Routes {
  const { directory, endKey } = paths.organisation
  const show = (c: WebContext, asking: Asking, now: DirectoryKey, errors?: FieldErrors) =>
    page(
      c,
      asking,
      { title: 'Er katalog' },
      (viewer) => (
        <KeyPage
          {...{ now, viewer, errors, submission: deps.newId() }}
          address={new URL('/scim/v2', c.req.url).href}
        />
      ),
      errors ? 422 : 200,
    )
  return routes
    .get(directory, { audience: 'staff', act: 'organisation.open-directory' }, async (c) => {
      const asking = askingOf(c)
      const opened = await openKey(deps, asking)
      return opened.ok ? show(c, asking, opened.value) : refused(c, opened.error)
    })
    .post(directory, { audience: 'staff', act: 'organisation.make-key' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOf(c, form.typed)
      const sent = await sendKey(deps, asking, form)
      if (sent.ok) return show(c, asking, sent.value)
      const { error } = sent
      if (error.kind === 'invalid') return show(c, asking, error.now, error.errors)
      return error.kind === 'conflict' ? show(c, asking, error.now) : refused(c, error)
    })
    .post(endKey, { audience: 'staff', act: 'organisation.end-key' }, async (c) => {
      const { typed } = await readForm(c)
      const sent = await sendEndKey(deps, askingOf(c, typed))
      return sent.ok ? c.redirect(directory.to({}), 303) : refused(c, sent.error)
    })
}
