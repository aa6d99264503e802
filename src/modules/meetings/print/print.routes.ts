import { invitationPdf } from '#modules/documents'
import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { paper, refused } from '#shared/web.tsx'
import { onPaper } from './print.parts.tsx'
import { printInvitation } from './print.ts'

export const printRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.meeting.print, { audience: 'staff', act: 'meeting.print' }, async (c) => {
    const asking = askingOfChild(c)
    const printed = await printInvitation(deps, asking, idIn(c, 'meetingId'), c.req.query('for'))
    if (!printed.ok) return refused(c, printed.error)
    const { at, language } = printed.value
    return paper(c, asking, { file: 'inbjudan.pdf', theirs: language }, () =>
      invitationPdf(onPaper(printed.value), at),
    )
  })
