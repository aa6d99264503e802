import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { HomePage } from './home.page.tsx'
import { showHome } from './home.ts'

const longestName = 80

export const homeRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.organisation.home, { audience: 'staff', act: 'organisation.show' }, async (c) => {
    const asking = askingOf(c)
    const name = (c.req.query('namn') ?? '').trim().slice(0, longestName)
    const home = await showHome(deps, asking, name)
    if (!home.ok) return refused(c, home.error)
    return page(c, asking, { title: 'Organisationen' }, () => <HomePage {...home.value} name={name} />)
  })
