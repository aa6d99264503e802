import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { answerRoutes } from './answer/answer.routes.tsx'
import { callRoutes } from './call/call.routes.tsx'
import { changeRoutes } from './change/change.routes.tsx'
import { holdRoutes } from './hold/hold.routes.tsx'
import { inviteRoutes } from './invite/invite.routes.tsx'
import { ownWordsRoutes } from './own-words/own-words.routes.tsx'
import { printRoutes } from './print/print.routes.ts'
import { showRoutes } from './show/show.routes.tsx'
import { siblingsRoutes } from './siblings/siblings.routes.tsx'
import { tellRoutes } from './tell/tell.routes.tsx'
import { timesRoutes } from './times/times.routes.tsx'

export { ChildsMeeting } from './childs-meeting.parts.tsx'
export { type ReadMeeting, readChildsMeeting } from './childs-meeting-access.ts'
export { findHeldMeetings, type HeldMeeting } from './held-store.ts'
export { isAhead, type Meeting } from './meeting.ts'
export { openMeeting } from './meeting-access.ts'
export { mayCall } from './meeting-policy.ts'
export { NoteText } from './note.parts.tsx'
export { leadTells } from './note.ts'
export { findAgreed, type MeetingAgreed } from './note-store.ts'
export { partyName } from './party.parts.tsx'
export { timeInWords } from './time-place.parts.tsx'

export function meetingsRoutes(deps: Deps): Routes {
  const routes = new Routes('meetings')
  for (const add of [
    callRoutes,
    showRoutes,
    printRoutes,
    answerRoutes,
    ownWordsRoutes,
    holdRoutes,
    changeRoutes,
    inviteRoutes,
    siblingsRoutes,
    timesRoutes,
    tellRoutes,
  ])
    add(routes, deps)
  return routes
}
