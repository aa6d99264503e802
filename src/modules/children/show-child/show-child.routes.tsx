import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { ChildPage } from './show-child.page.tsx'
import { type FromOthers, type Hub, showChild, showChildsName } from './show-child.ts'

const isOwnPage = (hub: Hub) => (hub.side === 'family' || hub.side === 'quiet') && hub.isSelf

export const showChildRoutes = (routes: Routes, deps: Deps, others: FromOthers): Routes =>
  routes.get(paths.child, { audience: 'signed-in', act: 'child.show' }, async (c) => {
    const asking = askingOfChild(c)
    const show = c.req.query('visa') === 'namn' ? showChildsName : showChild
    const shown = await show(deps, asking, others)
    if (!shown.ok) return refused(c, shown.error)
    const hub = shown.value
    const title = isOwnPage(hub) ? message('Min sida') : message('Barnet')
    return page(c, asking, { title, current: 'children', translated: true }, (viewer) => (
      <ChildPage hub={hub} viewer={viewer} submission={deps.newId()} />
    ))
  })
