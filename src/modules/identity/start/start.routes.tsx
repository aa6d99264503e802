import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { publicPage } from '#shared/web.tsx'
import { homeOf } from '../session.ts'
import { hasSession } from '../sessions/cookies.ts'
import { findHome } from '../sessions/sessions.ts'
import { DemoStartPage, type Situation } from './demo-start.page.tsx'
import { StartPage } from './start.page.tsx'

/** `situations` are there in the demo only. */
export function startRoutes(
  routes: Routes,
  deps: Deps,
  situations: readonly Situation[] | undefined,
): Routes {
  const start = (c: WebContext) =>
    situations
      ? publicPage(c, { title: 'Kronobarn, demo' }, <DemoStartPage situations={situations} />)
      : publicPage(c, { title: 'Kronobarn', translated: true }, <StartPage />)
  routes.get(paths.start, { audience: 'public', act: 'session.home' }, async (c) => {
    // Whoever has no cookie is nobody, and leaves no row.
    const home = hasSession(c) ? await findHome(deps, askingOf(c)) : undefined
    return home?.ok ? c.redirect(homeOf[home.value], 303) : start(c)
  })
  return situations ? routes.get(paths.demo, { audience: 'public', act: null }, start) : routes
}
