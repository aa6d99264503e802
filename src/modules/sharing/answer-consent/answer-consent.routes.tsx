import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { readForm, type Typed } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Declined } from '#shared/refusal.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readSigning, readTakeBack } from './answer-consent.form.ts'
import { answerConsent, type OpenSheet, openSheet, takeBack } from './answer-consent.ts'
import { SheetPage } from './sheet.page.tsx'

const about = { title: 'Samtycke', current: 'children' } as const

export function answerConsentRoutes(routes: Routes, deps: Deps): Routes {
  const { newId } = deps
  const asked = (c: WebContext, typed?: Typed) => ({
    ...askingOfChild(c, typed),
    consentId: idIn(c, 'consentId'),
  })
  const back = (c: WebContext, asking: ReturnType<typeof asked>) =>
    c.redirect(paths.sharing.sheet.to(asking), 303)
  const again = (
    c: WebContext,
    asking: ReturnType<typeof asked>,
    error: Declined<OpenSheet, FieldErrors>,
    typed: Typed,
  ) => {
    const conflict = error.kind === 'conflict'
    const errors = error.kind === 'invalid' ? error.errors : {}
    const content = { ...error.now, newId, typed, errors, conflict }
    return page(
      c,
      asking,
      about,
      (viewer) => <SheetPage {...content} viewer={viewer} />,
      conflict ? 409 : 422,
    )
  }

  return routes
    .get(paths.sharing.sheet, { audience: 'signed-in', act: 'consent.show' }, async (c) => {
      const asking = asked(c)
      const opened = await openSheet(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      return page(c, asking, about, (viewer) => <SheetPage {...opened.value} {...{ viewer, newId }} />)
    })
    .post(paths.sharing.sheet, { audience: 'family', act: 'consent.answer' }, async (c) => {
      const form = await readForm(c)
      const asking = asked(c, form.typed)
      const answered = await answerConsent(deps, asking, (sheet) => readSigning(form, sheet))
      if (answered.ok) return back(c, asking)
      const { error } = answered
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      return again(c, asking, error, form.typed)
    })
    .post(paths.sharing.takeBack, { audience: 'family', act: 'consent.take-back' }, async (c) => {
      const form = await readForm(c)
      const asking = asked(c, form.typed)
      const taken = await takeBack(deps, asking, readTakeBack(form))
      if (taken.ok) return back(c, asking)
      const { error } = taken
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      return again(c, asking, error, {})
    })
}
