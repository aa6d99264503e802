import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { municipalityAsked, pageAsked } from '../asked.ts'
import { missings } from '../map.ts'
import { MapPage } from './map.page.tsx'
import { showMap } from './map.ts'

export const mapRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.directory.map, { audience: 'staff', act: 'directory.map' }, async (c) => {
    const asking = askingOf(c)
    const wanted = {
      municipality: municipalityAsked(c.req.query('kommun')),
      missing: missings.find((one) => one === c.req.query('saknas')) ?? 'text',
      page: pageAsked(c.req.query('sida')),
    }
    const shown = await showMap(deps, asking, wanted)
    if (!shown.ok) return refused(c, shown.error)
    return page(c, asking, { title: 'Länets karta', current: 'directory' }, () => (
      <MapPage {...shown.value} wanted={wanted} />
    ))
  })
