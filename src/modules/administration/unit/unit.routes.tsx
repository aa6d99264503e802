import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAlone } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readNewUnit, readUnit } from './unit.form.ts'
import { ClosePage, NewUnitPage, UnitPage } from './unit.page.tsx'
import { openClosing, openNewUnit, openUnit, sendClosing, sendNewUnit, sendUnit } from './unit.ts'

export function unitRoutes(routes: Routes, deps: Deps): Routes {
  formAlone(routes, deps, {
    path: paths.organisation.newUnit,
    audience: 'staff',
    opens: 'organisation.open-new-unit',
    sends: 'organisation.add-unit',
    title: 'Ny verksamhet',
    open: (asking) => openNewUnit(deps, asking),
    send: (asking, form) => sendNewUnit(deps, asking, readNewUnit(form)),
    show: (choices, state) => <NewUnitPage {...choices} {...state} />,
  })
  formAlone(routes, deps, {
    path: paths.organisation.unit,
    audience: 'staff',
    opens: 'organisation.open-unit',
    sends: 'organisation.change-unit',
    title: 'Verksamheten',
    open: (asking, c) => openUnit(deps, asking, idIn(c, 'unitId')),
    send: (asking, form, c) => sendUnit(deps, asking, idIn(c, 'unitId'), readUnit(form)),
    show: (opened, state) => <UnitPage {...opened} {...state} />,
  })
  return formAlone(routes, deps, {
    path: paths.organisation.closeUnit,
    audience: 'staff',
    opens: 'organisation.open-close-unit',
    sends: 'organisation.close-unit',
    title: 'Stäng verksamheten',
    open: (asking, c) => openClosing(deps, asking, idIn(c, 'unitId')),
    send: (asking, _, c) => sendClosing(deps, asking, idIn(c, 'unitId')),
    show: (unit, state) => <ClosePage unit={unit} {...state} />,
  })
}
