import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { EndPaperPage } from './end-paper.page.tsx'
import { endPaper, openEndPaper } from './end-paper.ts'

export const endPaperRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.childsDoor.endPaper, { audience: 'family', act: 'meeting-paper.open-end' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openEndPaper(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      return page(c, asking, { title: message('Min sida'), translated: true }, (viewer) => (
        <EndPaperPage childId={asking.childId} viewer={viewer} />
      ))
    })
    .post(paths.childsDoor.endPaper, { audience: 'family', act: 'meeting-paper.end' }, async (c) => {
      const { typed } = await readForm(c)
      const ended = await endPaper(deps, askingOfChild(c, typed))
      if (!ended.ok) return refused(c, ended.error)
      c.header('Clear-Site-Data', '"cache", "storage"')
      return c.redirect(paths.signOut.to({}), 303)
    })
