import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readBar } from './bar.form.ts'
import { BarPage } from './bar.page.tsx'
import { changeBar, openBars } from './bar.ts'

const about = { title: 'Spärrar', current: 'children' } as const

/** `?sak=<id>` chooses the thing beforehand: links from a plan or a meeting lead here. */
export const barRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.family.bar, { audience: 'staff', act: 'family.open-bars' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openBars(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      const typed = { thing: c.req.query('sak') }
      return page(c, asking, about, (viewer) => <BarPage {...opened.value} viewer={viewer} typed={typed} />)
    })
    .post(paths.family.bar, { audience: 'staff', act: 'family.change-bar' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const changed = await changeBar(deps, asking, readBar(form))
      if (changed.ok) return c.redirect(paths.family.bar.to({ childId: asking.childId }), 303)
      const { error } = changed
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const errors = error.kind === 'invalid' ? error.errors : {}
      const content = { ...error.now, typed: form.typed, errors }
      return page(c, asking, about, (viewer) => <BarPage {...content} viewer={viewer} />, 422)
    })
