import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type FormOf, formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readEnd, readFollow } from './follow-support.form.ts'
import { SupportPage } from './follow-support.page.tsx'
import { endSupport, followSupport, type SupportView, showSupport } from './follow-support.ts'

export function followSupportRoutes(routes: Routes, deps: Deps): Routes {
  const support = {
    audience: 'staff',
    opens: 'support.show',
    title: 'Stöd hos oss',
    open: (asking, c) => showSupport(deps, asking, idIn(c, 'itemId')),
    show: (now, state) => <SupportPage {...now} {...state} />,
  } satisfies Partial<FormOf<SupportView>>
  formAboutChild(routes, deps, {
    ...support,
    path: paths.support.show,
    sends: 'support.follow',
    send: (asking, form, c) => followSupport(deps, asking, idIn(c, 'itemId'), readFollow(form)),
  })
  return formAboutChild(routes, deps, {
    ...support,
    path: paths.support.end,
    sends: 'support.end',
    send: (asking, form, c) => endSupport(deps, asking, idIn(c, 'itemId'), readEnd(form)),
  })
}
