import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { localAddress } from '../issuer.ts'
import { readManyChildren } from './many-children.form.ts'
import { ManyChildrenPage } from './many-children.page.tsx'
import { giveReason, openManyChildren } from './many-children.ts'

const about = { title: 'Många barn i dag' } as const

export const manyChildrenRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.manyChildren, { audience: 'staff', act: 'look-up.open' }, async (c) => {
      const asking = askingOf(c)
      const opened = await openManyChildren(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      const given = { submission: deps.newId(), after: localAddress(c.req.query('efter')) }
      return page(c, asking, about, (viewer) => <ManyChildrenPage {...{ viewer, ...given }} />)
    })
    .post(paths.manyChildren, { audience: 'staff', act: 'look-up.reason' }, async (c) => {
      const form = await readForm(c)
      const { typed } = form
      const asking = askingOf(c, typed)
      const after = localAddress(one(typed, 'efter'))
      const given = await giveReason(deps, asking, readManyChildren(form))
      if (given.ok) return c.redirect(after ?? paths.children.to({}), 303)
      const { error } = given
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const back = { submission: one(typed, 'submission') || deps.newId(), after, typed }
      const errors = error.kind === 'invalid' ? error.errors : {}
      return page(c, asking, about, (viewer) => <ManyChildrenPage {...{ viewer, errors, ...back }} />, 422)
    })
