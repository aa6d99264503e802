import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readImportantAdult } from './important-adult.form.ts'
import { ImportantAdultPage } from './important-adult.page.tsx'
import { addAdult, openAdults } from './important-adult.ts'

const about = { title: 'Viktiga vuxna', current: 'children' } as const

export const importantAdultRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.family.adult, { audience: 'staff', act: 'family.open-adults' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openAdults(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      const content = { ...opened.value, submission: deps.newId() }
      return page(c, asking, about, (viewer) => <ImportantAdultPage {...content} viewer={viewer} />)
    })
    .post(paths.family.adult, { audience: 'staff', act: 'family.add-adult' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const added = await addAdult(deps, asking, readImportantAdult(form))
      if (added.ok) return c.redirect(paths.family.adult.to({ childId: asking.childId }), 303)
      const { error } = added
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const errors = error.kind === 'invalid' ? error.errors : {}
      const submission = one(form.typed, 'submission') || deps.newId()
      const content = { ...error.now, submission, typed: form.typed, errors }
      return page(c, asking, about, (viewer) => <ImportantAdultPage {...content} viewer={viewer} />, 422)
    })
