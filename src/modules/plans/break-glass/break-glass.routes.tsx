import { askingOf, askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readBreakGlass } from './break-glass.form.ts'
import { BreakGlassPage, EmergencyPlanPage, NothingPage } from './break-glass.page.tsx'
import { breakGlass, openBreakGlass, showEmergency } from './break-glass.ts'

const about = { title: 'Nödläge' } as const
const nothing = 'ingen'

export const breakGlassRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.emergency.ask, { audience: 'staff', act: 'break-glass.open-form' }, async (c) => {
      const asking = askingOf(c)
      const opened = await openBreakGlass(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      if (c.req.query('svar') === nothing) return page(c, asking, about, () => <NothingPage />)
      const submission = deps.newId()
      return page(c, asking, about, (viewer) => <BreakGlassPage {...{ viewer, submission }} />)
    })
    .post(paths.emergency.ask, { audience: 'staff', act: 'break-glass.open' }, async (c) => {
      const form = await readForm(c)
      const { typed } = form
      const asking = askingOf(c, typed)
      const asked = await breakGlass(deps, asking, readBreakGlass(form))
      if (asked.ok) {
        const { childId } = asked.value
        const there = childId
          ? paths.emergency.show.to({ childId })
          : `${paths.emergency.ask.to({})}?svar=${nothing}`
        return c.redirect(there, 303)
      }
      const { error } = asked
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const errors = error.kind === 'invalid' ? error.errors : {}
      const back = { submission: one(typed, 'submission') || deps.newId(), typed, errors }
      return page(c, asking, about, (viewer) => <BreakGlassPage {...{ viewer, ...back }} />, 422)
    })
    .get(paths.emergency.show, { audience: 'staff', act: 'break-glass.show' }, async (c) => {
      const asking = askingOfChild(c)
      const shown = await showEmergency(deps, asking)
      if (!shown.ok) return refused(c, shown.error)
      return page(c, asking, { title: 'Barnets plan' }, () => <EmergencyPlanPage {...shown.value} />)
    })
