import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { WheelPage } from './show-wheel.page.tsx'
import { showWheel } from './show-wheel.ts'

export const showWheelRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.wheel.show, { audience: 'signed-in', act: 'wheel.show' }, async (c) => {
    const asking = askingOfChild(c)
    const shown = await showWheel(deps, asking)
    if (!shown.ok) return refused(c, shown.error)
    return page(c, asking, { title: message('Hjulet'), current: 'children', translated: true }, () => (
      <WheelPage {...shown.value} />
    ))
  })
