import { z } from 'zod'
import type { Deps } from '#shared/db.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { formRoutes } from '../form-routes.tsx'
import { readHeld, readOwn } from './follow-up.form.ts'
import { FollowUpPage } from './follow-up.page.tsx'
import { type FollowUpForm, holdPlanFollowUp, openFollowUp } from './follow-up.ts'

const idsOf = ({ actions }: FollowUpForm) => actions.map(({ id }) => id)

/** An answer that was given beside an action leads back to it. */
function backTo(form: ReadForm): string {
  const part = z.uuid().safeParse(one(form.typed, 'part'))
  return part.success ? `#insats-${part.data}` : ''
}

export const followUpRoutes = (routes: Routes, deps: Deps): Routes =>
  formRoutes<FollowUpForm>(routes, deps, {
    path: paths.plan.followUp,
    audience: 'signed-in',
    title: message('Uppföljning'),
    translated: true,
    acts: { open: 'plan.open-follow-up', send: 'plan.follow-up' },
    open: (asking) => openFollowUp(deps, asking),
    send: async (asking, form) => {
      const done = await holdPlanFollowUp(deps, asking, {
        held: (now) => readHeld(form, { partIds: idsOf(now), family: now.family }),
        own: (now) => readOwn(form, idsOf(now)),
      })
      if (!done.ok) return done
      const next = done.value === 'end' ? paths.plan.end : paths.plan.show
      return { ok: true, value: `${next.to(asking)}${backTo(form)}` }
    },
    page: FollowUpPage,
  })
