import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAlone } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAnswer, readPersonFunction, readUnitFunction } from './function.form.ts'
import { PersonFunctionPage, ProposalPage, UnitFunctionPage } from './function.page.tsx'
import {
  decide,
  openPersonFunction,
  openProposal,
  openUnitFunction,
  proposeForPerson,
  proposeForUnit,
} from './function.ts'

export function functionRoutes(routes: Routes, deps: Deps): Routes {
  formAlone(routes, deps, {
    path: paths.organisation.unitFunction,
    audience: 'staff',
    opens: 'organisation.open-function',
    sends: 'organisation.propose-function',
    title: 'Vem som tar emot',
    open: (asking, c) => openUnitFunction(deps, asking, idIn(c, 'unitId')),
    send: (asking, form, c) => proposeForUnit(deps, asking, idIn(c, 'unitId'), readUnitFunction(form)),
    show: (now, state) => <UnitFunctionPage {...now} {...state} />,
  })
  formAlone(routes, deps, {
    path: paths.organisation.personFunction,
    audience: 'staff',
    opens: 'organisation.open-function',
    sends: 'organisation.propose-function',
    title: 'Föreslå ett uppdrag',
    open: (asking, c) => openPersonFunction(deps, asking, idIn(c, 'engagementId')),
    send: (asking, form, c) =>
      proposeForPerson(deps, asking, idIn(c, 'engagementId'), readPersonFunction(form)),
    show: (now, state) => <PersonFunctionPage {...now} {...state} />,
  })
  return formAlone(routes, deps, {
    path: paths.organisation.proposal,
    audience: 'staff',
    opens: 'organisation.open-proposal',
    sends: 'organisation.decide-function',
    title: 'Svara på förslaget',
    open: (asking, c) => openProposal(deps, asking, idIn(c, 'appointmentId')),
    send: (asking, form, c) => decide(deps, asking, idIn(c, 'appointmentId'), readAnswer(form)),
    show: (proposal, state) => <ProposalPage proposal={proposal} {...state} />,
  })
}
