import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { readSame } from './same-child.form.ts'
import { SameChildPage } from './same-child.page.tsx'
import { answerProposal, openSame, proposeSame } from './same-child.ts'

const title = 'Samma barn'

export const sameChildRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.particulars.sameChild,
    audience: 'staff',
    opens: 'particulars.open-same-child',
    sends: 'particulars.propose-same-child',
    title,
    open: (asking) => openSame(deps, asking),
    send: (asking, form) => proposeSame(deps, asking, readSame(form)),
    show: (now, state) => <SameChildPage {...now} {...state} />,
  }).post(
    paths.particulars.answerSame,
    { audience: 'staff', act: 'particulars.answer-same-child' },
    async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOfChild(c, typed)
      const answered = await answerProposal(
        deps,
        asking,
        idIn(c, 'proposalId'),
        one(typed, 'answer') === 'yes',
      )
      if (answered.ok) return c.redirect(answered.value, 303)
      const { error } = answered
      if (error.kind !== 'invalid') return refused(c, error)
      return page(
        c,
        asking,
        { title, current: 'children' },
        (viewer) => (
          <SameChildPage {...error.now} viewer={viewer} submission={deps.newId()} errors={error.errors} />
        ),
        422,
      )
    },
  )
