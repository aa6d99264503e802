import { askingOf, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readWriteEntry } from './write-entry.form.ts'
import { WriteEntryPage } from './write-entry.page.tsx'
import { openWriteEntry, writeEntry } from './write-entry.ts'

const about = { title: 'Berätta om verksamheten', current: 'directory' } as const

export const writeEntryRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.directory.write, { audience: 'staff', act: 'directory.open-write' }, async (c) => {
      const asking = askingOf(c)
      const opened = await openWriteEntry(deps, asking, idIn(c, 'unitId'))
      if (!opened.ok) return refused(c, opened.error)
      const form = { now: opened.value, submission: deps.newId() }
      return page(c, asking, about, (viewer) => <WriteEntryPage {...{ viewer, ...form }} />)
    })
    .post(paths.directory.write, { audience: 'staff', act: 'directory.write' }, async (c) => {
      const read = await readForm(c)
      const { typed } = read
      const asking = askingOf(c, typed)
      const unitId = idIn(c, 'unitId')
      const written = await writeEntry(deps, asking, unitId, readWriteEntry(read))
      if (written.ok) return c.redirect(paths.directory.unit.to({ unitId }), 303)
      const { error } = written
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const back = { now: error.now, submission: one(typed, 'submission') || deps.newId(), typed }
      return error.kind === 'invalid'
        ? page(
            c,
            asking,
            about,
            (viewer) => <WriteEntryPage {...{ viewer, ...back, errors: error.errors }} />,
            422,
          )
        : page(c, asking, about, (viewer) => <WriteEntryPage {...{ viewer, ...back }} conflict />, 409)
    })
