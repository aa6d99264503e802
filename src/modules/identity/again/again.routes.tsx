import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { type Issuer, localAddress } from '../issuer.ts'
import { AgainPage } from './again.page.tsx'
import { openAgain } from './again.ts'

export const againRoutes = (routes: Routes, deps: Deps, issuers: readonly Issuer[]): Routes =>
  routes.get(paths.again, { audience: 'signed-in', act: 'session.open-again' }, async (c) => {
    const asking = askingOf(c)
    const opened = await openAgain(deps, asking)
    if (!opened.ok) return refused(c, opened.error)
    const issuer = issuers.find(({ id }) => id === opened.value)
    const after = localAddress(c.req.query('efter'))
    return page(c, asking, { title: message('Legitimera dig'), translated: true }, () => (
      <AgainPage {...{ issuer, after }} />
    ))
  })
