import { z } from 'zod'
import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { ChildListPage } from './list-children.page.tsx'
import { listChildren } from './list-children.ts'

const after = z.uuid().optional().catch(undefined)
/** Part of a name. The database takes no nil character. */
const wanted = (text = '') => text.replaceAll('\0', '').trim().slice(0, 100)

export const listChildrenRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.children, { audience: 'signed-in', act: 'children.list' }, async (c) => {
    const asking = askingOf(c)
    const name = wanted(c.req.query('q'))
    const listed = await listChildren(deps, asking, {
      name: name || undefined,
      after: after.parse(c.req.query('efter')),
    })
    if (!listed.ok) return refused(c, listed.error)
    const title = listed.value.family ? 'Mina barn' : 'Barn'
    return page(c, asking, { title, current: 'children' }, () => (
      <ChildListPage {...listed.value} name={name} />
    ))
  })
