import { idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { readOwnWords } from './own-words.form.ts'
import { OwnWordsPage } from './own-words.page.tsx'
import { openOwnWords, tellOwnWords } from './own-words.ts'

export const ownWordsRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.meeting.ownWords,
    audience: 'family',
    opens: 'meeting.open-own-words',
    sends: 'meeting.own-words',
    title: message('Vad bestämde vi?'),
    translated: true,
    open: (asking, c) => openOwnWords(deps, asking, idIn(c, 'meetingId')),
    send: (asking, form, c) => tellOwnWords(deps, asking, idIn(c, 'meetingId'), readOwnWords(form)),
    show: (now, state) => <OwnWordsPage {...now} {...state} />,
  })
