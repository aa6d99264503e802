import type { Deps } from '#shared/db.ts'
import { one } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { areaOf, readOwn } from './own-wheel.form.ts'
import { OwnWheelPage } from './own-wheel.page.tsx'
import { fillOwnWheel, openOwnWheel } from './own-wheel.ts'

export const ownWheelRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.own,
    audience: 'family',
    opens: 'wheel.open-own',
    sends: 'wheel.fill-own',
    title: message('Min sida'),
    translated: true,
    kind: 'child',
    open: (asking, c) => {
      const thanks = c.req.query('tack')
      const turn = { area: areaOf(c.req.query('ruta')), next: areaOf(thanks), thanked: thanks !== undefined }
      return openOwnWheel(deps, asking, turn)
    },
    send: (asking, form) => fillOwnWheel(deps, asking, areaOf(one(form.typed, 'area')), readOwn(form)),
    show: (now, state) => <OwnWheelPage {...now} {...state} />,
  })
