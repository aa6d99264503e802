import { slipsPdf } from '#modules/documents'
import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { paper, refused } from '#shared/web.tsx'
import { slipsOnPaper } from '../slip.parts.tsx'
import { CountPage } from './count.page.tsx'
import { count, openCount, printSlips } from './count.ts'

export const countRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.participation.count,
    audience: 'staff',
    opens: 'participation.open-count',
    sends: 'participation.count',
    title: 'Svar på papper',
    open: (asking, c) => openCount(deps, asking, idIn(c, 'occasionId')),
    send: (asking, form, c) => count(deps, asking, idIn(c, 'occasionId'), form),
    show: (now, state) => <CountPage {...now} {...state} />,
  }).get(paths.participation.slips, { audience: 'staff', act: 'participation.print-slips' }, async (c) => {
    const asking = askingOfChild(c)
    const printed = await printSlips(deps, asking, idIn(c, 'occasionId'))
    if (!printed.ok) return refused(c, printed.error)
    return paper(c, asking, { file: 'lappar.pdf' }, () =>
      slipsPdf(slipsOnPaper(printed.value), printed.value.at),
    )
  })
