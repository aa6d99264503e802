import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type FormOf, formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readAgain, readAnswer, readProposal } from './lift.form.ts'
import { AgainPage } from './lift.page.tsx'
import { type Again, decide, openAgain, propose, show } from './lift.ts'

/** One page with three forms: that the mark is gone, what another one says of that, and what may be seen again. */
export function liftRoutes(routes: Routes, deps: Deps): Routes {
  const form = (own: Pick<FormOf<Again>, 'path' | 'sends' | 'send'>) =>
    formAboutChild(routes, deps, {
      audience: 'staff',
      opens: 'protection.open-again',
      title: 'Skyddet har upphört',
      open: (asking, c) => openAgain(deps, asking, idIn(c, 'markId')),
      show: (now, state) => <AgainPage {...now} {...state} />,
      ...own,
    })
  form({
    path: paths.shield.again,
    sends: 'protection.show-again',
    send: (asking, read, c) => show(deps, asking, idIn(c, 'markId'), readAgain(read)),
  })
  form({
    path: paths.shield.lift,
    sends: 'protection.propose-lift',
    send: (asking, read, c) => propose(deps, asking, idIn(c, 'markId'), readProposal(read)),
  })
  return form({
    path: paths.shield.decide,
    sends: 'protection.answer-lift',
    send: (asking, read, c) => decide(deps, asking, idIn(c, 'markId'), readAnswer(read)),
  })
}
