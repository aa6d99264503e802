import { extractPdf } from '#modules/documents'
import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, paper, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { AboutMePage } from './about-me.page.tsx'
import { asData, onPaper } from './about-me.parts.tsx'
import { showAboutMe, takeOutAboutMe } from './about-me.ts'

const about = { title: message('Det som finns om mig'), translated: true } as const

export const aboutMeRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.aboutMe.show, { audience: 'signed-in', act: 'about-me.show' }, async (c) => {
      const asking = askingOf(c)
      const shown = await showAboutMe(deps, asking)
      if (!shown.ok) return refused(c, shown.error)
      return page(c, asking, about, () => <AboutMePage {...shown.value} />)
    })
    .get(paths.aboutMe.pdf, { audience: 'signed-in', act: 'about-me.take-out' }, async (c) => {
      const asking = askingOf(c)
      const mine = await takeOutAboutMe(deps, asking)
      if (!mine.ok) return refused(c, mine.error)
      return paper(c, asking, { file: 'det-som-finns-om-mig.pdf', isSaved: true }, () =>
        extractPdf(onPaper(mine.value), mine.value.at),
      )
    })
    .get(paths.aboutMe.json, { audience: 'signed-in', act: 'about-me.take-out' }, async (c) => {
      const mine = await takeOutAboutMe(deps, askingOf(c))
      if (!mine.ok) return refused(c, mine.error)
      return c.body(JSON.stringify(asData(mine.value), null, 2), 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="det-som-finns-om-mig.json"',
      })
    })
