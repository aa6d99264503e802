import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readGuardian } from './guardians.form.ts'
import { GuardiansPage } from './guardians.page.tsx'
import { addGuardian, endGuardian, openGuardians } from './guardians.ts'

export const guardiansRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.family.guardians,
    audience: 'staff',
    opens: 'family.open-guardians',
    sends: 'family.write-guardian',
    title: 'Vårdnadshavare',
    open: (asking) => openGuardians(deps, asking),
    send: (asking, form) => addGuardian(deps, asking, readGuardian(form)),
    show: (now, state) => <GuardiansPage {...now} {...state} />,
  }).post(paths.family.endGuardian, { audience: 'staff', act: 'family.end-guardian' }, async (c) => {
    const { typed } = await readForm(c)
    const ended = await endGuardian(deps, askingOfChild(c, typed), idIn(c, 'personId'))
    return ended.ok ? c.redirect(ended.value, 303) : refused(c, ended.error)
  })
