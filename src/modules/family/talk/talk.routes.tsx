import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { claimOf, readTalk } from './talk.form.ts'
import { TalkPage } from './talk.page.tsx'
import { noteTalk, openTalk } from './talk.ts'

export const talkRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.family.talk,
    audience: 'staff',
    opens: 'family.open',
    sends: 'family.note-talk',
    title: 'Familjen',
    open: (asking) => openTalk(deps, asking),
    send: (asking, form) =>
      noteTalk(deps, asking, {
        claim: (listener) => claimOf(form.typed, listener),
        read: (unsettled, today) => readTalk(form, unsettled, today),
      }),
    show: (now, state) => <TalkPage {...now} {...state} />,
  })
