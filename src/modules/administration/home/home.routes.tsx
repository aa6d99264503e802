import { type Asking, askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { HomePage } from './home.page.tsx'
import { showHome } from './home.ts'

const longestName = 80
const shown = { audience: 'staff', act: 'organisation.show' } as const

/** Whom somebody looks for is sent, and stands in no address. */
export const homeRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.organisation.home, shown, (c) => answer(deps, c, askingOf(c), ''))
    .post(paths.organisation.home, shown, async (c) => {
      const { typed } = await readForm(c)
      return answer(deps, c, askingOf(c, typed), one(typed, 'namn').trim().slice(0, longestName))
    })

async function answer(deps: Deps, c: WebContext, asking: Asking, name: string) {
  const home = await showHome(deps, asking, name)
  if (!home.ok) return refused(c, home.error)
  return page(c, asking, { title: 'Organisationen' }, (viewer) => (
    <HomePage {...home.value} name={name} viewer={viewer} />
  ))
}
