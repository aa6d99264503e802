import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { claimOf, readTalk } from './talk.form.ts'
import { TalkPage } from './talk.page.tsx'
import { noteTalk, openTalk } from './talk.ts'

const about = { title: 'Familjen', current: 'children' } as const

export const talkRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.family.talk, { audience: 'staff', act: 'family.open' }, async (c) => {
      const asking = askingOfChild(c)
      const opened = await openTalk(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      return page(c, asking, about, (viewer) => <TalkPage {...opened.value} viewer={viewer} />)
    })
    .post(paths.family.talk, { audience: 'staff', act: 'family.note-talk' }, async (c) => {
      const form = await readForm(c)
      const asking = askingOfChild(c, form.typed)
      const noted = await noteTalk(deps, asking, {
        claim: (listener) => claimOf(form.typed, listener),
        read: (unsettled, today) => readTalk(form, unsettled, today),
      })
      if (noted.ok) return c.redirect(paths.family.talk.to({ childId: asking.childId }), 303)
      const { error } = noted
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const conflict = error.kind === 'conflict'
      const errors = error.kind === 'invalid' ? error.errors : {}
      const content = { ...error.now, typed: form.typed, errors, conflict }
      const status = conflict ? 409 : 422
      return page(c, asking, about, (viewer) => <TalkPage {...content} viewer={viewer} />, status)
    })
