import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { readObjection } from './object.form.ts'
import { ObjectPage } from './object.page.tsx'
import { object, openObject } from './object.ts'

export const objectRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.objection.say,
    audience: 'family',
    opens: 'objection.open-form',
    sends: 'objection.say',
    title: message('Det här stämmer inte'),
    translated: true,
    open: (asking, c) => openObject(deps, asking, idIn(c, 'thingId')),
    send: (asking, form, c) => object(deps, asking, idIn(c, 'thingId'), readObjection(form)),
    show: (now, state) => <ObjectPage {...now} {...state} />,
  })
