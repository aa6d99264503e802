import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { refused } from '#shared/web.tsx'
import { readNumber } from './numbers.form.ts'
import { ParticularsPage } from './numbers.page.tsx'
import { addNumber, answerWaiting, openParticulars } from './numbers.ts'

export const numbersRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.particulars.show,
    audience: 'staff',
    opens: 'particulars.open',
    sends: 'particulars.write-number',
    title: 'Uppgifter om barnet',
    open: (asking) => openParticulars(deps, asking),
    send: (asking, form) => addNumber(deps, asking, readNumber(form)),
    show: (now, state) => <ParticularsPage {...now} {...state} />,
  }).post(paths.particulars.answer, { audience: 'staff', act: 'particulars.answer-number' }, async (c) => {
    const { typed } = await readForm(c)
    const yes = one(typed, 'answer') === 'yes'
    const answered = await answerWaiting(deps, askingOfChild(c, typed), idIn(c, 'numberId'), yes)
    return answered.ok ? c.redirect(answered.value, 303) : refused(c, answered.error)
  })
