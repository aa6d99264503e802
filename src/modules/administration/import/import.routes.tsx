import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { ImportPage, PreviewPage } from './import.page.tsx'
import { openImport, preview, takeFile } from './import.ts'

const title = 'Medarbetare från en fil'
const unreadable = 'Spara filen som CSV UTF-8, högst en megabyte, och välj den igen'

export function importRoutes(routes: Routes, deps: Deps): Routes {
  const { importPeople, takeFile: confirm, home } = paths.organisation
  return routes
    .get(importPeople, { audience: 'staff', act: 'organisation.open-import' }, async (c) => {
      const asking = askingOf(c)
      const opened = await openImport(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      return page(c, asking, { title }, (viewer) => (
        <ImportPage organisation={opened.value} viewer={viewer} errors={undefined} />
      ))
    })
    .post(importPeople, { audience: 'staff', act: 'organisation.preview-import' }, async (c) => {
      const { typed, fault } = await readForm(c)
      const asking = askingOf(c, typed)
      const file = one(typed, 'file')
      const shown = await preview(deps, asking, fault ? '' : file)
      if (!shown.ok) return refused(c, shown.error)
      const now = shown.value
      if (fault || !file.trim())
        return page(
          c,
          asking,
          { title },
          (viewer) => (
            <ImportPage organisation={now.organisation} viewer={viewer} errors={{ file: unreadable }} />
          ),
          422,
        )
      return page(
        c,
        asking,
        { title },
        (viewer) => <PreviewPage now={now} isOld={false} viewer={viewer} errors={undefined} />,
        now.plan.faults.length > 0 ? 422 : 200,
      )
    })
    .post(confirm, { audience: 'staff', act: 'organisation.import' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOf(c, typed)
      const taken = await takeFile(deps, asking, one(typed, 'file'), one(typed, 'digest'))
      if (taken.ok) return c.redirect(home.to({}), 303)
      const { error } = taken
      if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
      const isOld = error.kind === 'conflict'
      const errors = error.kind === 'invalid' ? error.errors : undefined
      return page(
        c,
        asking,
        { title },
        (viewer) => <PreviewPage {...{ now: error.now, isOld, viewer, errors }} />,
        isOld ? 409 : 422,
      )
    })
}
