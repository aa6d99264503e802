import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { readNote, readTakeBack } from './note.form.ts'
import { NotePage } from './note.page.tsx'
import { noteBright, openNoting, takeBack } from './note.ts'

export const noteRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.bright.note,
    audience: 'signed-in',
    opens: 'bright.open',
    sends: 'bright.note',
    title: message('Ljusglimtar'),
    translated: true,
    open: (asking) => openNoting(deps, asking),
    send: (asking, form) => noteBright(deps, asking, readNote(form)),
    show: (now, state) => <NotePage {...now} {...state} />,
  }).post(paths.bright.takeBack, { audience: 'signed-in', act: 'bright.take-back' }, async (c) => {
    const form = await readForm(c)
    const asking = askingOfChild(c, form.typed)
    const taken = await takeBack(deps, asking, readTakeBack(form))
    return taken.ok ? c.redirect(taken.value, 303) : refused(c, taken.error)
  })
