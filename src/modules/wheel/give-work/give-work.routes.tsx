import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readGive } from './give-work.form.ts'
import { WorkPage } from './give-work.page.tsx'
import { giveWork, openColleagues, takeBackWork, workIsDone } from './give-work.ts'

export const giveWorkRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.colleague,
    audience: 'staff',
    opens: 'wheel.open-colleagues',
    sends: 'wheel.give-work',
    title: 'Arbetet',
    open: (asking) => openColleagues(deps, asking),
    send: (asking, form) => giveWork(deps, asking, readGive(form)),
    show: (now, state) => <WorkPage {...now} {...state} />,
  })
    .post(paths.wheel.workDone, { audience: 'staff', act: 'wheel.work-done' }, async (c) => {
      const { typed } = await readForm(c)
      const done = await workIsDone(deps, askingOfChild(c, typed))
      return done.ok ? c.redirect(done.value, 303) : refused(c, done.error)
    })
    .post(paths.wheel.takeBack, { audience: 'staff', act: 'wheel.take-back-work' }, async (c) => {
      const { typed } = await readForm(c)
      const taken = await takeBackWork(deps, askingOfChild(c, typed), idIn(c, 'assignmentId'))
      return taken.ok ? c.redirect(taken.value, 303) : refused(c, taken.error)
    })
