import { z } from 'zod'
import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { page, publicPage, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { takeSession } from './cookies.ts'
import { SessionsPage, SignedOutPage, StillHerePage } from './sessions.page.tsx'
import { endSession, listSessions, stay } from './sessions.ts'

const about = { title: message('Mina inloggningar'), translated: true } as const
const signedOut = paths.signOut.to({})

export function sessionRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.stay, { audience: 'signed-in', act: 'session.stay' }, async (c) => {
      const asking = askingOf(c)
      const ends = await stay(deps, asking)
      if (!ends.ok) return refused(c, ends.error)
      if (c.req.header('accept') === 'application/json')
        return c.json({ sessionEnds: ends.value.toISOString() })
      return page(c, asking, { title: message('Du är kvar'), translated: true }, () => <StillHerePage />)
    })
    .get(paths.sessions, { audience: 'signed-in', act: 'session.list' }, async (c) => {
      const asking = askingOf(c)
      const sessions = await listSessions(deps, asking)
      if (!sessions.ok) return refused(c, sessions.error)
      return page(c, asking, about, (viewer) => <SessionsPage {...{ viewer }} sessions={sessions.value} />)
    })
    .post(paths.sessions, { audience: 'signed-in', act: 'session.end' }, async (c) => {
      const { typed } = await readForm(c)
      const chosen = z.uuid().safeParse(one(typed, 'session'))
      const ended = await endSession(deps, askingOf(c, typed), chosen.success ? { id: chosen.data } : 'all')
      if (!ended.ok) return refused(c, ended.error)
      return ended.value.signedOut ? leave(c) : c.redirect(paths.sessions.to({}), 303)
    })
    .get(paths.signOut, { audience: 'public', act: null }, (c) =>
      publicPage(c, { title: message('Du har loggat ut'), translated: true }, <SignedOutPage />),
    )
    .post(paths.signOut, { audience: 'signed-in', act: 'session.end' }, async (c) => {
      const { typed } = await readForm(c)
      // Whoever was signed out already is so still.
      await endSession(deps, askingOf(c, typed), 'this')
      return leave(c)
    })
}

/** Nothing is left in the browser; other sites' cookies of the same domain are not ours to clear. */
function leave(c: WebContext) {
  takeSession(c)
  c.header('Clear-Site-Data', '"cache", "storage"')
  return c.redirect(signedOut, 303)
}
