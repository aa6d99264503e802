import { giveSession } from '#modules/identity'
import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { HandOverPage } from './hand-over.page.tsx'
import { handOver, openHandOver } from './hand-over.ts'

const about = { title: 'Barnets läge', current: 'children' } as const

export const handOverRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.childsDoor.handOver, { audience: 'staff', act: 'childs-door.open-hand-over' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openHandOver(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      return page(c, asking, about, (viewer) => <HandOverPage {...opened.value} viewer={viewer} />)
    })
    .post(paths.childsDoor.handOver, { audience: 'staff', act: 'childs-door.hand-over' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOfChild(c, typed)
      const handed = await handOver(deps, asking)
      if (handed.ok) {
        giveSession(c, handed.value.token)
        c.header('Clear-Site-Data', '"cache"')
        return c.redirect(paths.childsDoor.home.to(asking), 303)
      }
      const { error } = handed
      if (error.kind === 'invalid') throw new Error('nothing is typed here')
      if (error.kind !== 'conflict') return refused(c, error)
      return page(c, asking, about, (viewer) => <HandOverPage {...error.now} viewer={viewer} />, 409)
    })
