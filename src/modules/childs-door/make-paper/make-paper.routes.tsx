import { meetingPaperPdf } from '#modules/documents'
import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { paper, refused } from '#shared/web.tsx'
import { readMakePaper } from './make-paper.form.ts'
import { MakePaperPage } from './make-paper.page.tsx'
import { makeNewPaper, openMakePaper, printPaper, withdraw } from './make-paper.ts'
import { onPaper } from './paper-pdf.parts.tsx'

export const makePaperRoutes = (routes: Routes, deps: Deps, origin: string): Routes =>
  formAboutChild(routes, deps, {
    path: paths.meeting.paper,
    audience: 'staff',
    opens: 'meeting-paper.open-make',
    sends: 'meeting-paper.make',
    title: 'Ett papper till barnet',
    open: (asking, c) => openMakePaper(deps, asking, idIn(c, 'meetingId')),
    send: (asking, form, c) => makeNewPaper(deps, asking, idIn(c, 'meetingId'), readMakePaper(form)),
    show: (now, state) => <MakePaperPage {...now} {...state} />,
  })
    .post(paths.meeting.endPaper, { audience: 'staff', act: 'meeting-paper.withdraw' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOfChild(c, typed)
      const meetingId = idIn(c, 'meetingId')
      const done = await withdraw(deps, asking, meetingId)
      if (!done.ok) return refused(c, done.error)
      return c.redirect(paths.meeting.paper.to({ childId: asking.childId, meetingId }), 303)
    })
    .get(paths.meeting.paperPdf, { audience: 'staff', act: 'meeting-paper.print' }, async (c) => {
      const asking = askingOfChild(c)
      const printed = await printPaper(deps, asking, idIn(c, 'meetingId'))
      if (!printed.ok) return refused(c, printed.error)
      const { at, language } = printed.value
      return paper(c, asking, { file: 'papper.pdf', theirs: language }, () =>
        meetingPaperPdf(onPaper(printed.value, origin), at),
      )
    })
