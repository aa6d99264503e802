import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { paperLanguage } from '#ui/paper-language.tsx'
import { readSigning, readTakeBack } from './answer-consent.form.ts'
import { answerConsent, openSheet, takeBack } from './answer-consent.ts'
import { SheetPage } from './sheet.page.tsx'

export const answerConsentRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.sharing.sheet,
    audience: 'signed-in',
    opens: 'consent.show',
    sends: 'consent.answer',
    title: message('Samtycke'),
    translated: true,
    open: (asking, c) =>
      openSheet(deps, asking, idIn(c, 'consentId'), {
        nothingTaken: c.req.query('inget') !== undefined,
        signerId: c.req.query('vem'),
        wanted: c.req.query(paperLanguage),
      }),
    send: (asking, form, c) =>
      answerConsent(deps, asking, idIn(c, 'consentId'), (sheet) => readSigning(form, sheet)),
    show: (now, state) => <SheetPage {...now} {...state} />,
  }).post(paths.sharing.takeBack, { audience: 'family', act: 'consent.take-back' }, async (c) => {
    const form = await readForm(c)
    const asking = askingOfChild(c, form.typed)
    const taken = await takeBack(deps, asking, idIn(c, 'consentId'), readTakeBack(form))
    return taken.ok ? c.redirect(taken.value, 303) : refused(c, taken.error)
  })
