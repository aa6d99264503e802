import { handoverPdf } from '#modules/documents'
import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { onPaper } from './paper-pdf.parts.tsx'
import { readReceived } from './show-paper.form.ts'
import { PaperPage } from './show-paper.page.tsx'
import { printPaper, receivePaper, showPaper } from './show-paper.ts'

export const showPaperRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.handover.paper,
    audience: 'staff',
    opens: 'handover.show-paper',
    sends: 'handover.receive-paper',
    title: 'Överlämning på papper',
    open: (asking, c) => showPaper(deps, asking, idIn(c, 'paperId')),
    send: (asking, form, c) => receivePaper(deps, asking, idIn(c, 'paperId'), readReceived(form)),
    show: (now, state) => <PaperPage {...now} {...state} />,
  }).get(paths.handover.paperPdf, { audience: 'staff', act: 'handover.print-paper' }, async (c) => {
    const printed = await printPaper(deps, askingOfChild(c), idIn(c, 'paperId'))
    if (!printed.ok) return refused(c, printed.error)
    return c.body(handoverPdf(onPaper(printed.value), printed.value.at), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="overlamning.pdf"',
    })
  })
