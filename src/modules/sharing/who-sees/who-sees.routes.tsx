import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { WhoSeesPage } from './who-sees.page.tsx'
import { showWhoSees } from './who-sees.ts'

export const whoSeesRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.sharing.whoSees, { audience: 'signed-in', act: 'sharing.who-sees' }, async (c) => {
    const asking = askingOfChild(c)
    const seen = await showWhoSees(deps, asking)
    if (!seen.ok) return refused(c, seen.error)
    return page(
      c,
      asking,
      { title: message('Vem ser vad'), current: 'children', translated: true },
      (viewer) => <WhoSeesPage {...seen.value} viewer={viewer} />,
    )
  })
