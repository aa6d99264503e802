import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { takeLinkBack } from './take-link-back.ts'

export const takeLinkBackRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.post(
    paths.sharing.takeLinkBack,
    { audience: 'family', act: 'consent.take-link-back' },
    async (c) => {
      const { typed } = await readForm(c)
      const taken = await takeLinkBack(deps, askingOfChild(c, typed), idIn(c, 'itemId'))
      return taken.ok ? c.redirect(taken.value, 303) : refused(c, taken.error)
    },
  )
