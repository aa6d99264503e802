import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { ReadMessagePage } from './read-message.page.tsx'
import { noteRead, openMessage } from './read-message.ts'

const about = { title: 'Barnet har skrivit', current: 'children' } as const

export const readMessageRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.childsDoor.message, { audience: 'staff', act: 'childs-door.open-message' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openMessage(deps, asking, idIn(c, 'messageId'))
      if (!opened.ok) return refused(c, opened.error)
      return page(c, asking, about, (viewer) => <ReadMessagePage {...opened.value} viewer={viewer} />)
    })
    .post(paths.childsDoor.message, { audience: 'staff', act: 'childs-door.note-read' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOfChild(c, typed)
      const read = await noteRead(deps, asking, idIn(c, 'messageId'))
      return read.ok ? c.redirect(paths.child.to(asking), 303) : refused(c, read.error)
    })
