import { z } from 'zod'
import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { ChildListPage } from './list-children.page.tsx'
import { askForName, listChildren } from './list-children.ts'
import { openSearch, sealSearch, wanted } from './searched.ts'

const after = z.uuid().optional().catch(undefined)
const listed = { audience: 'signed-in', act: 'children.list' } as const

export const listChildrenRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.children, listed, async (c) => {
      const asking = askingOf(c)
      const search = c.req.query('namn')
      const name = openSearch(deps, asking, search)
      const found = await listChildren(deps, asking, {
        name: name || undefined,
        after: after.parse(c.req.query('efter')),
      })
      if (!found.ok) return refused(c, found.error)
      const title = found.value.family ? message('Mina barn') : 'Barn'
      return page(c, asking, { title, current: 'children', translated: true }, (viewer) => (
        <ChildListPage {...found.value} {...{ viewer, name }} search={name ? search : undefined} />
      ))
    })
    .post(paths.children, listed, async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOf(c, typed)
      const asked = await askForName(deps, asking)
      if (!asked.ok) return refused(c, asked.error)
      const name = wanted(one(typed, 'q'))
      const query = name ? `?${new URLSearchParams({ namn: sealSearch(deps, asking, name) })}` : ''
      return c.redirect(`${paths.children.to({})}${query}`, 303)
    })
