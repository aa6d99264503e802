import { askingOf, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { UnitPage, VersionsPage } from './show-unit.page.tsx'
import { showUnit, showVersions } from './show-unit.ts'

const about = { title: 'Vem kan hjälpa?', current: 'directory' } as const

export const showUnitRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.directory.unit, { audience: 'staff', act: 'directory.show' }, async (c) => {
      const asking = askingOf(c)
      const shown = await showUnit(deps, asking, idIn(c, 'unitId'))
      if (!shown.ok) return refused(c, shown.error)
      return page(c, asking, about, () => <UnitPage {...shown.value} />)
    })
    .get(paths.directory.versions, { audience: 'staff', act: 'directory.versions' }, async (c) => {
      const asking = askingOf(c)
      const shown = await showVersions(deps, asking, idIn(c, 'unitId'))
      if (!shown.ok) return refused(c, shown.error)
      return page(c, asking, about, () => <VersionsPage {...shown.value} />)
    })
