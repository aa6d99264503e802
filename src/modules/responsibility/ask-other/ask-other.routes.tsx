import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { readAskOther } from './ask-other.form.ts'
import { AskOtherPage } from './ask-other.page.tsx'
import { askOther, openAskOther } from './ask-other.ts'

export const askOtherRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.lead.ask,
    audience: 'signed-in',
    opens: 'lead.open-ask',
    sends: 'lead.ask',
    title: message('Be om någon annan'),
    translated: true,
    open: (asking) => openAskOther(deps, asking),
    send: (asking, form) => askOther(deps, asking, readAskOther(form)),
    show: (now, state) => <AskOtherPage {...now} {...state} />,
  })
