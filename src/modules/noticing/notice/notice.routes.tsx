import { type Asking, askingOf, askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes, WebContext } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { readNotice } from './notice.form.ts'
import { NoticePage } from './notice.page.tsx'
import { notice, openNotice, openReceipt } from './notice.ts'
import { ReceiptPage } from './receipt.page.tsx'

const about = { title: message('Uppmärksamma'), current: 'notice', translated: true } as const

export function noticeRoutes(routes: Routes, deps: Deps): Routes {
  const open = async (c: WebContext, asking: Asking) => {
    const opened = await openNotice(deps, asking)
    if (!opened.ok) return refused(c, opened.error)
    const submission = deps.newId()
    return page(c, asking, about, (viewer) => <NoticePage {...opened.value} {...{ viewer, submission }} />)
  }

  const send = async (c: WebContext, known: boolean) => {
    const form = await readForm(c)
    const asking = known ? askingOfChild(c, form.typed) : askingOf(c, form.typed)
    const sent = await notice(deps, asking, readNotice(form, known))
    if (sent.ok) return c.redirect(paths.noticing.receipt.to({}), 303)
    const { error } = sent
    if (error.kind !== 'invalid' && error.kind !== 'conflict') return refused(c, error)
    const errors = error.kind === 'invalid' ? error.errors : {}
    const submission = one(form.typed, 'submission') || deps.newId()
    const content = { ...error.now, submission, typed: form.typed, errors }
    return page(c, asking, about, (viewer) => <NoticePage {...content} viewer={viewer} />, 422)
  }

  return routes
    .get(paths.noticing.notice, { audience: 'signed-in', act: 'noticing.open-form' }, (c) =>
      open(c, askingOf(c)),
    )
    .post(paths.noticing.notice, { audience: 'signed-in', act: 'noticing.send' }, (c) => send(c, false))
    .get(paths.noticing.noticeChild, { audience: 'signed-in', act: 'noticing.open-form' }, (c) =>
      open(c, askingOfChild(c)),
    )
    .post(paths.noticing.noticeChild, { audience: 'signed-in', act: 'noticing.send' }, (c) => send(c, true))
    .get(paths.noticing.receipt, { audience: 'signed-in', act: 'noticing.receipt' }, async (c) => {
      const asking = askingOf(c)
      const seen = await openReceipt(deps, asking)
      return seen.ok
        ? page(c, asking, about, () => <ReceiptPage about={c.req.query('om')} />)
        : refused(c, seen.error)
    })
}
