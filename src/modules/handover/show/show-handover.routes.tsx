import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type FormOf, formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readSendBack } from './show-handover.form.ts'
import { HandoverPage } from './show-handover.page.tsx'
import {
  acceptHandover,
  type HandoverView,
  sendBackHandover,
  showHandover,
  takeBackHandover,
} from './show-handover.ts'

export function showHandoverRoutes(routes: Routes, deps: Deps): Routes {
  const handover = {
    audience: 'staff',
    opens: 'handover.show',
    title: 'Överlämning',
    open: (asking, c) => showHandover(deps, asking, idIn(c, 'handoverId')),
    show: (now, state) => <HandoverPage {...now} {...state} />,
  } satisfies Partial<FormOf<HandoverView>>
  routes.get(paths.handover.show, { audience: 'staff', act: 'handover.show' }, async (c) => {
    const asking = askingOfChild(c)
    const shown = await handover.open(asking, c)
    if (!shown.ok) return refused(c, shown.error)
    return page(c, asking, { title: handover.title, current: 'children' }, (viewer) =>
      handover.show(shown.value, { viewer, submission: '' }),
    )
  })
  formAboutChild(routes, deps, {
    ...handover,
    path: paths.handover.accept,
    sends: 'handover.accept',
    send: (asking, _, c) => acceptHandover(deps, asking, idIn(c, 'handoverId')),
  })
  formAboutChild(routes, deps, {
    ...handover,
    path: paths.handover.sendBack,
    sends: 'handover.send-back',
    send: (asking, form, c) => sendBackHandover(deps, asking, idIn(c, 'handoverId'), readSendBack(form)),
  })
  return formAboutChild(routes, deps, {
    ...handover,
    path: paths.handover.takeBack,
    sends: 'handover.take-back',
    send: (asking, _, c) => takeBackHandover(deps, asking, idIn(c, 'handoverId')),
  })
}
