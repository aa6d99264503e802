import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAlone } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { readClosed, readColleague, readEnds } from '../absence.form.ts'
import { ClosedPage, ColleaguePage, RosterPage } from './roster.page.tsx'
import { endOne, noteClosed, noteColleague, openClosed, openColleague, openRoster } from './roster.ts'

const where = (c: WebContext) => idIn(c, 'unitId')

export function rosterRoutes(routes: Routes, deps: Deps): Routes {
  formAlone(routes, deps, {
    path: paths.absence.unit,
    audience: 'staff',
    opens: 'absence.show-unit',
    sends: 'absence.end',
    title: 'Borta och stängt',
    open: (asking, c) => openRoster(deps, asking, where(c)),
    send: (asking, form, c) => endOne(deps, asking, where(c), readEnds(form)),
    show: (roster, state) => <RosterPage {...roster} {...state} />,
  })
  formAlone(routes, deps, {
    path: paths.absence.colleague,
    audience: 'staff',
    opens: 'absence.open-colleague',
    sends: 'absence.note-colleague',
    title: 'Någon är borta',
    open: (asking, c) => openColleague(deps, asking, where(c)),
    send: (asking, form, c) => noteColleague(deps, asking, where(c), readColleague(form)),
    show: (form, state) => <ColleaguePage {...form} {...state} />,
  })
  return formAlone(routes, deps, {
    path: paths.absence.closed,
    audience: 'staff',
    opens: 'absence.open-closed',
    sends: 'absence.note-closed',
    title: 'När ni har stängt',
    open: (asking, c) => openClosed(deps, asking, where(c)),
    send: (asking, form, c) => noteClosed(deps, asking, where(c), readClosed(form)),
    show: (form, state) => <ClosedPage {...form} {...state} />,
  })
}
