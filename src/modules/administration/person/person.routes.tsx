import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAlone } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { NewEmploymentPage, NewPersonPage } from './add-person.page.tsx'
import { openEmployment, openNewPerson, sendEmployment, sendNewPerson } from './add-person.ts'
import { readEmployment, readEnd, readNewPerson, readPerson } from './person.form.ts'
import { EndPage, PersonPage } from './person.page.tsx'
import { openEnd, openPerson, sendEnd, sendPerson } from './person.ts'

const whom = (c: WebContext) => idIn(c, 'engagementId')

export function personRoutes(routes: Routes, deps: Deps): Routes {
  formAlone(routes, deps, {
    path: paths.organisation.newPerson,
    audience: 'staff',
    opens: 'organisation.open-new-person',
    sends: 'organisation.add-person',
    title: 'Ny medarbetare',
    open: (asking, c) => openNewPerson(deps, asking, idIn(c, 'unitId')),
    send: (asking, form, c) => sendNewPerson(deps, asking, idIn(c, 'unitId'), readNewPerson(form)),
    show: (now, state) => <NewPersonPage {...now} {...state} />,
  })
  formAlone(routes, deps, {
    path: paths.organisation.newEmployment,
    audience: 'staff',
    opens: 'organisation.open-new-employment',
    sends: 'organisation.add-employment',
    title: 'En verksamhet till',
    open: (asking, c) => openEmployment(deps, asking, whom(c)),
    send: (asking, form, c) => sendEmployment(deps, asking, whom(c), readEmployment(form)),
    show: (now, state) => <NewEmploymentPage {...now} {...state} />,
  })
  formAlone(routes, deps, {
    path: paths.organisation.person,
    audience: 'staff',
    opens: 'organisation.open-person',
    sends: 'organisation.change-person',
    title: 'Medarbetare',
    open: async (asking, c) => withAddress(await openPerson(deps, asking, whom(c)), c),
    send: (asking, form, c) => sendPerson(deps, asking, whom(c), readPerson(form)),
    show: (now, state) => <PersonPage {...now} {...state} />,
  })
  return formAlone(routes, deps, {
    path: paths.organisation.endPerson,
    audience: 'staff',
    opens: 'organisation.open-end-person',
    sends: 'organisation.end-person',
    title: 'Avsluta',
    open: (asking, c) => openEnd(deps, asking, whom(c)),
    send: (asking, form, c) => sendEnd(deps, asking, whom(c), readEnd(form)),
    show: (employee, state) => <EndPage employee={employee} {...state} />,
  })
}

/** The whole address, to be given to somebody outside. */
function withAddress(opened: Awaited<ReturnType<typeof openPerson>>, c: WebContext): typeof opened {
  if (!opened.ok || !opened.value.link) return opened
  const { link } = opened.value
  const address = new URL(link.address, c.req.url).href
  return { ok: true, value: { ...opened.value, link: { ...link, address } } }
}
