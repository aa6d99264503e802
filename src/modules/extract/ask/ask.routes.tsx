import { extractPdf } from '#modules/documents'
import { askingOfChild, idIn } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { one, readForm } from '#shared/form-reading.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, paper, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { AskPage } from './ask.page.tsx'
import { ask, showExtracts, takeOut } from './ask.ts'
import { onPaper } from './extract.parts.tsx'
import { asData } from './extract-data.parts.tsx'

const about = { title: message('Registerutdrag'), current: 'children', translated: true } as const
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export const askRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.extract.ask, { audience: 'family', act: 'extract.show' }, async (c) => {
      const asking = askingOfChild(c)
      const shown = await showExtracts(deps, asking)
      if (!shown.ok) return refused(c, shown.error)
      return page(c, asking, about, (viewer) => (
        <AskPage {...shown.value} viewer={viewer} submission={deps.newId()} />
      ))
    })
    .post(paths.extract.ask, { audience: 'family', act: 'extract.ask' }, async (c) => {
      const { typed } = await readForm(c)
      const asking = askingOfChild(c, typed)
      const sent = one(typed, 'submission')
      const asked = await ask(deps, asking, sent && isId.test(sent) ? sent : deps.newId())
      return asked.ok
        ? c.redirect(paths.extract.ask.to({ childId: asking.childId }), 303)
        : refused(c, asked.error)
    })
    .get(paths.extract.pdf, { audience: 'family', act: 'extract.take-out' }, async (c) => {
      const asking = askingOfChild(c)
      const given = await takeOut(deps, asking, idIn(c, 'requestId'))
      if (!given.ok) return refused(c, given.error)
      return paper(c, asking, { file: 'registerutdrag.pdf', isSaved: true }, () =>
        extractPdf(onPaper(given.value), given.value.at),
      )
    })
    .get(paths.extract.json, { audience: 'family', act: 'extract.take-out' }, async (c) => {
      const given = await takeOut(deps, askingOfChild(c), idIn(c, 'requestId'))
      if (!given.ok) return refused(c, given.error)
      return c.body(JSON.stringify(asData(given.value), null, 2), 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="registerutdrag.json"',
      })
    })
