import { isFormAddress } from '#modules/drafts'
import { askingOf } from '#shared/asking.ts'
import { swedishClock } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { hidden, page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { DraftPage } from './drafts.page.tsx'
import { discardDraft, openDraft, saveDraft } from './drafts.ts'

const formOf = (c: WebContext) => c.req.query('for') ?? ''

export function draftRoutes(routes: Routes, deps: Deps): Routes {
  return routes
    .get(paths.draft, { audience: 'signed-in', act: 'draft.show' }, async (c) => {
      const asking = askingOf(c)
      const draft = await openDraft(deps, asking, formOf(c))
      if (!draft.ok) return refused(c, draft.error)
      return page(c, asking, { title: message('Det du skrev'), translated: true }, (viewer) => (
        <DraftPage viewer={viewer} draft={draft.value} />
      ))
    })
    .post(paths.draft, { audience: 'signed-in', act: null }, async (c) => {
      const { typed, fault } = await readForm(c)
      if (fault) return c.body(null, 422)
      const saved = await saveDraft(deps, askingOf(c, typed), formOf(c), typed)
      if (saved === 'signed out') return c.body(null, 401)
      return saved === 'not kept' ? c.body(null, 204) : c.json({ saved: swedishClock(saved) })
    })
    .post(paths.discardDraft, { audience: 'signed-in', act: 'draft.discard' }, async (c) => {
      const { typed } = await readForm(c)
      const form = one(typed, 'form')
      if (!isFormAddress(form)) return hidden(c)
      const discarded = await discardDraft(deps, askingOf(c, typed), form)
      if (!discarded.ok) return refused(c, discarded.error)
      return c.redirect(one(typed, 'page') === 'nej' ? paths.start.to({}) : form, 303)
    })
}
