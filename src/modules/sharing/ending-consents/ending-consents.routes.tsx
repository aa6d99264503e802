import { z } from 'zod'
import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { EndingConsentsPage } from './ending-consents.page.tsx'
import { listEndingConsents } from './ending-consents.ts'

const after = z.uuid().optional().catch(undefined)

export const endingConsentsRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.sharing.ending, { audience: 'staff', act: 'consents.ending' }, async (c) => {
    const asking = askingOf(c)
    const listed = await listEndingConsents(deps, asking, after.parse(c.req.query('efter')))
    if (!listed.ok) return refused(c, listed.error)
    return page(c, asking, { title: 'Samtycken som går ut', current: 'tasks' }, () => (
      <EndingConsentsPage {...listed.value} />
    ))
  })
