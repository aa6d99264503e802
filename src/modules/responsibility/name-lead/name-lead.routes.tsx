import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readName } from './name-lead.form.ts'
import { LeadPage } from './name-lead.page.tsx'
import { chooseLead, leadIsRead, openLead } from './name-lead.ts'

export const nameLeadRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.lead.show,
    audience: 'staff',
    opens: 'lead.show',
    sends: 'lead.name',
    title: 'Barnets bästa-ansvarig',
    open: (asking) => openLead(deps, asking),
    send: (asking, form) => chooseLead(deps, asking, readName(form)),
    show: (now, state) => <LeadPage {...now} {...state} />,
  }).post(paths.lead.read, { audience: 'staff', act: 'lead.read' }, async (c) => {
    const { typed } = await readForm(c)
    const read = await leadIsRead(deps, askingOfChild(c, typed))
    return read.ok ? c.redirect(read.value, 303) : refused(c, read.error)
  })
