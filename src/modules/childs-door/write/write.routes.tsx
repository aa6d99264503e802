import type { Deps } from '#shared/db.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { readWrite } from './write.form.ts'
import { WritePage } from './write.page.tsx'
import { openWrite, write } from './write.ts'

export const writeRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.childsDoor.write,
    audience: 'family',
    opens: 'childs-door.open-write',
    sends: 'childs-door.write',
    title: message('Min sida'),
    translated: true,
    open: (asking) => openWrite(deps, asking),
    send: (asking, form) => write(deps, asking, readWrite(form)),
    show: (now, state) => <WritePage {...now} {...state} />,
  })
