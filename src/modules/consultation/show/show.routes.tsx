import { askingOf, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAlone } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readWrite } from './show.form.ts'
import { ThreadPage } from './show.page.tsx'
import { close, giveBack, showThread, write } from './show.ts'

export function showRoutes(routes: Routes, deps: Deps): Routes {
  const button = (does: typeof close) => async (c: WebContext) => {
    const { typed } = await readForm(c)
    const consultationId = idIn(c, 'consultationId')
    const done = await does(deps, askingOf(c, typed), consultationId)
    return done.ok ? c.redirect(paths.consultation.show.to({ consultationId }), 303) : refused(c, done.error)
  }
  formAlone(routes, deps, {
    path: paths.consultation.show,
    audience: 'staff',
    opens: 'consultation.show',
    sends: 'consultation.write',
    title: 'En fråga utan namn',
    open: (asking, c) => showThread(deps, asking, idIn(c, 'consultationId')),
    send: (asking, form, c) => write(deps, asking, idIn(c, 'consultationId'), readWrite(form)),
    show: (now, state) => <ThreadPage {...now} {...state} />,
  })
  return routes
    .post(paths.consultation.close, { audience: 'staff', act: 'consultation.close' }, button(close))
    .post(paths.consultation.giveBack, { audience: 'staff', act: 'consultation.give-back' }, button(giveBack))
}
