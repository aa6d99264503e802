import { askingOf, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readOfferTimes } from './offer-times.form.ts'
import { OfferTimesPage } from './offer-times.page.tsx'
import { changeTimes, openTimes } from './offer-times.ts'

const about = { title: 'Lediga tider', current: 'directory' } as const

export const offerTimesRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.directory.times, { audience: 'staff', act: 'directory.open-times' }, async (c) => {
      const asking = askingOf(c)
      const opened = await openTimes(deps, asking, idIn(c, 'unitId'))
      if (!opened.ok) return refused(c, opened.error)
      const form = { ...opened.value, submission: deps.newId() }
      return page(c, asking, about, (viewer) => <OfferTimesPage {...{ viewer, ...form }} />)
    })
    .post(paths.directory.times, { audience: 'staff', act: 'directory.change-times' }, async (c) => {
      const read = await readForm(c)
      const { typed } = read
      const asking = askingOf(c, typed)
      const unitId = idIn(c, 'unitId')
      const changed = await changeTimes(deps, asking, unitId, readOfferTimes(read))
      if (changed.ok) return c.redirect(paths.directory.times.to({ unitId }), 303)
      const { error } = changed
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const errors = error.kind === 'invalid' ? error.errors : {}
      const back = { ...error.now, typed, errors, submission: one(typed, 'submission') || deps.newId() }
      return page(c, asking, about, (viewer) => <OfferTimesPage {...{ viewer, ...back }} />, 422)
    })
