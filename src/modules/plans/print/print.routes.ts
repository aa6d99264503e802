import { z } from 'zod'
import { planPdf } from '#modules/documents'
import { askingOfChild, nilId } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { paper, refused } from '#shared/web.tsx'
import { onPaper } from './print-plan.parts.tsx'
import { forChild, printPlan } from './print-plan.ts'

/** Whatever is no id becomes one that nobody has. */
const reader = z.union([z.literal(forChild), z.uuid()]).catch(nilId)

export const printRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.plan.pdf, { audience: 'signed-in', act: 'plan.print' }, async (c) => {
    const wanted = c.req.query('for')
    const asking = askingOfChild(c)
    const printed = await printPlan(deps, asking, wanted === undefined ? undefined : reader.parse(wanted))
    if (!printed.ok) return refused(c, printed.error)
    const { at, language } = printed.value
    return paper(c, asking, { file: 'barnets-plan.pdf', theirs: language }, () =>
      planPdf(onPaper(printed.value), at),
    )
  })
