import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { UndertakingPage } from './undertaking.page.tsx'
import { openUndertaking, signUndertaking } from './undertaking.ts'

export const undertakingRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.undertaking, { audience: 'staff', act: 'session.open-undertaking' }, async (c) => {
      const asking = askingOf(c)
      const unsigned = await openUndertaking(deps, asking)
      if (!unsigned.ok) return refused(c, unsigned.error)
      return page(c, asking, { title: 'Tystnadsplikt' }, (viewer) => (
        <UndertakingPage viewer={viewer} unsigned={unsigned.value} />
      ))
    })
    .post(paths.undertaking, { audience: 'staff', act: 'session.sign-undertaking' }, async (c) => {
      const { typed } = await readForm(c)
      const signed = await signUndertaking(deps, askingOf(c, typed))
      return signed.ok ? c.redirect(paths.tasks.to({}), 303) : refused(c, signed.error)
    })
