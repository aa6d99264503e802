import type { Deps } from '#shared/db.ts'
import { Routes } from '#shared/routes.ts'
import { addStatementRoutes } from './add-statement/add-statement.routes.tsx'
import { analyseRoutes } from './analyse/analyse.routes.tsx'
import { answerLinkRoutes } from './answer-link/answer-link.routes.tsx'
import { answerSourceRoutes } from './answer-source/answer-source.routes.tsx'
import { askAdultRoutes } from './ask-adult/ask-adult.routes.tsx'
import { askSourceRoutes } from './ask-source/ask-source.routes.tsx'
import { changeReadersRoutes } from './change-readers/change-readers.routes.tsx'
import { changeStatementRoutes } from './change-statement/change-statement.routes.tsx'
import { giveWorkRoutes } from './give-work/give-work.routes.tsx'
import { ownWheelRoutes } from './own-wheel/own-wheel.routes.tsx'
import { showWheelRoutes } from './show-wheel/show-wheel.routes.tsx'
import { startGatheringRoutes } from './start-gathering/start-gathering.routes.tsx'
import { workNotesRoutes } from './work-notes/work-notes.routes.tsx'

export { isDrawing } from './drawing.ts'
export { LeftUnreadSection } from './left-unread.parts.tsx'
export { findLeftUnread, type LeftUnread } from './left-unread-store.ts'
export { boxOfAnswer } from './link-access.ts'
export { AsTold, asRead, pickedFirst } from './picked.parts.tsx'
export { Drawn, labelOf, wheelOf } from './wheel.parts.tsx'
export { mayTravel, roundsOf, seenDifferently, withAreas } from './wheel.ts'
export {
  addGathering,
  addStatement,
  findGathering,
  findStarts,
  findStatements,
  type Spoken,
  setAreas,
} from './wheel-store.ts'
export { listNotes, type Note } from './work-store.ts'

/** Fixed addresses before those with an id in the same place. */
export const wheelRoutes = (deps: Deps): Routes =>
  [
    startGatheringRoutes,
    showWheelRoutes,
    ownWheelRoutes,
    addStatementRoutes,
    changeStatementRoutes,
    changeReadersRoutes,
    giveWorkRoutes,
    workNotesRoutes,
    askSourceRoutes,
    askAdultRoutes,
    answerSourceRoutes,
    answerLinkRoutes,
    analyseRoutes,
  ].reduce((routes, add) => add(routes, deps), new Routes('wheel'))
