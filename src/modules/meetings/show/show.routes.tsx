import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { MeetingPage } from './show.page.tsx'
import { showMeeting } from './show.ts'

export const showRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.meeting.show, { audience: 'signed-in', act: 'meeting.show' }, async (c) => {
    const asking = askingOfChild(c)
    const shown = await showMeeting(deps, asking, idIn(c, 'meetingId'))
    if (!shown.ok) return refused(c, shown.error)
    return page(c, asking, { title: message('Samverkansmöte'), translated: true }, () => (
      <MeetingPage {...shown.value} sent={c.req.query('skickat') !== undefined} />
    ))
  })
