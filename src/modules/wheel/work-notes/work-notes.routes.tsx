import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { readNote } from './work-notes.form.ts'
import { NotesPage } from './work-notes.page.tsx'
import { openNotes, writeNote } from './work-notes.ts'

export const workNotesRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.wheel.notes,
    audience: 'staff',
    opens: 'wheel.open-notes',
    sends: 'wheel.add-note',
    title: 'Våra anteckningar',
    open: (asking) => openNotes(deps, asking),
    send: (asking, form) => writeNote(deps, asking, readNote(form)),
    show: (now, state) => <NotesPage {...now} {...state} />,
  })
