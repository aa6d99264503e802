import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { HomePage } from './home.page.tsx'
import { openHome } from './home.ts'

export const homeRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.childsDoor.home, { audience: 'family', act: 'childs-door.home' }, async (c) => {
    const asking = askingOfChild(c)
    const opened = await openHome(deps, asking)
    if (!opened.ok) return refused(c, opened.error)
    return page(c, asking, { title: message('Min sida'), translated: true }, () => (
      <HomePage {...opened.value} sent={c.req.query('skickat') !== undefined} />
    ))
  })
