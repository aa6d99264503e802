import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { localAddress } from '../issuer.ts'
import { UnitPage } from './unit.page.tsx'
import { openUnits, switchUnit } from './unit.ts'

export function unitRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.unit, { audience: 'staff', act: 'session.choose-unit' }, async (c) => {
      const asking = askingOf(c)
      const units = await openUnits(deps, asking)
      if (!units.ok) return refused(c, units.error)
      const after = localAddress(c.req.query('efter'))
      return page(c, asking, { title: 'Byt verksamhet' }, (viewer) => (
        <UnitPage viewer={viewer} {...units.value} after={after} />
      ))
    })
    .post(paths.unit, { audience: 'staff', act: 'session.switch-unit' }, async (c) => {
      const { typed } = await readForm(c)
      const switched = await switchUnit(deps, askingOf(c, typed), one(typed, 'till'))
      if (!switched.ok) return refused(c, switched.error)
      return c.redirect(localAddress(one(typed, 'efter')) ?? paths.tasks.to({}), 303)
    })
}
