import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { endSharing } from './end-grant.ts'

export const endGrantRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.post(paths.sharing.end, { audience: 'staff', act: 'grant.end' }, async (c) => {
    const { typed } = await readForm(c)
    const asking = { ...askingOfChild(c, typed), grantId: idIn(c, 'grantId') }
    const ended = await endSharing(deps, asking)
    if (!ended.ok) return refused(c, ended.error)
    const back = ended.value === 'party' ? paths.sharing.consents : paths.sharing.open
    return c.redirect(back.to(asking), 303)
  })
