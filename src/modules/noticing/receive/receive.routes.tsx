import { askingOfChild, idIn } from '#shared/asking.ts'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { lookedFor, readReceive } from './receive.form.ts'
import { ReceivePage } from './receive.page.tsx'
import { type Decision, decide, goodNewsIsRead, openReceived } from './receive.ts'

const about = { title: 'Uppmärksammat', current: 'tasks' } as const

/** Where each decision leads: the next step at once, where there is one. */
function nextPage({ decision, childId, known }: Decision): string {
  if (decision === 'gathering') return paths.family.talk.to({ childId })
  if (decision === 'own_support') return paths.support.start.to({ childId })
  return decision === 'joined' && known ? paths.child.to({ childId }) : paths.tasks.to({})
}

export function receiveRoutes(routes: Routes, deps: Deps): Routes {
  const decided = async (c: WebContext) => {
    const form = await readForm(c)
    const asking = { ...askingOfChild(c, form.typed), itemId: idIn(c, 'itemId') }
    const today = swedishDay(deps.now())
    const name = lookedFor(form)
    if (name !== undefined) {
      const found = await openReceived(deps, asking, name)
      if (!found.ok) return refused(c, found.error)
      const content = { ...found.value, today, typed: form.typed }
      return page(c, asking, about, (viewer) => <ReceivePage {...content} viewer={viewer} />)
    }
    const done = await decide(deps, asking, readReceive(form))
    if (done.ok) return c.redirect(nextPage(done.value), 303)
    const { error } = done
    if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
    const conflict = error.kind === 'conflict'
    const errors = error.kind === 'invalid' ? error.errors : {}
    const content = { ...error.now, today, typed: form.typed, errors, conflict }
    const status = conflict ? 409 : 422
    return page(c, asking, about, (viewer) => <ReceivePage {...content} viewer={viewer} />, status)
  }

  return routes
    .get(paths.noticing.receive, { audience: 'staff', act: 'noticing.read' }, async (c) => {
      const asking = { ...askingOfChild(c), itemId: idIn(c, 'itemId') }
      const opened = await openReceived(deps, asking)
      if (!opened.ok) return refused(c, opened.error)
      const content = { ...opened.value, today: swedishDay(deps.now()) }
      return page(c, asking, about, (viewer) => <ReceivePage {...content} viewer={viewer} />)
    })
    .post(paths.noticing.receive, { audience: 'staff', act: 'noticing.decide' }, decided)
    .post(paths.noticing.goodNewsRead, { audience: 'staff', act: 'noticing.read-good-news' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = { ...askingOfChild(c, typed), itemId: idIn(c, 'itemId') }
      const read = await goodNewsIsRead(deps, asking)
      return read.ok ? c.redirect(paths.tasks.to({}), 303) : refused(c, read.error)
    })
}
