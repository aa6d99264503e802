import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readGroup } from './group.form.ts'
import { changeGroup } from './group.ts'

export const groupRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.post(paths.shield.group, { audience: 'staff', act: 'protection.change-group' }, async (c) => {
    const read = await readForm(c)
    const changed = await changeGroup(deps, askingOfChild(c, read.typed), readGroup(read))
    return changed.ok ? c.redirect(changed.value, 303) : refused(c, changed.error)
  })
