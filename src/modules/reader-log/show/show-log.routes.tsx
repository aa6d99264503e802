import type { Deps } from '#shared/db.ts'
import { one } from '#shared/form-reading.ts'
import { formAboutChild } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { message } from '#ui/message.ts'
import { lineIn, readQuestion } from './show-log.form.ts'
import { ShowLogPage } from './show-log.page.tsx'
import { askAbout, showLog } from './show-log.ts'

export const showLogRoutes = (routes: Routes, deps: Deps): Routes =>
  formAboutChild(routes, deps, {
    path: paths.readerLog.show,
    audience: 'family',
    opens: 'reader-log.show',
    sends: 'reader-log.ask',
    title: message('Vem har läst'),
    translated: true,
    open: (asking, c) =>
      showLog(deps, asking, { month: c.req.query('manad'), line: lineIn(c.req.query('fraga')) }),
    send: (asking, form) => askAbout(deps, asking, lineIn(one(form.typed, 'line')), readQuestion(form)),
    show: (now, state) => <ShowLogPage {...now} {...state} />,
  })
