import { invitationPdf } from '#modules/documents'
import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { onPaper } from './print.parts.tsx'
import { printInvitation } from './print.ts'

export const printRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.meeting.print, { audience: 'staff', act: 'meeting.print' }, async (c) => {
    const printed = await printInvitation(deps, askingOfChild(c), idIn(c, 'meetingId'), c.req.query('for'))
    if (!printed.ok) return refused(c, printed.error)
    return c.body(invitationPdf(onPaper(printed.value), printed.value.at), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="inbjudan.pdf"',
    })
  })
