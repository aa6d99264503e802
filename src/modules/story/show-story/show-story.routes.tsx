import { storyPdf } from '#modules/documents'
import { askingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, paper, refused } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { StoryPage } from './show-story.page.tsx'
import { printStory, showStory } from './show-story.ts'
import { storyOnPaper } from './story.parts.tsx'

export const showStoryRoutes = (routes: Routes, deps: Deps): Routes =>
  routes
    .get(paths.story.show, { audience: 'family', act: 'story.show' }, async (c) => {
      const asking = askingOfChild(c)
      const told = await showStory(deps, asking)
      if (!told.ok) return refused(c, told.error)
      const about = {
        title: message('Min berättelse'),
        current: 'children',
        kind: 'child',
        translated: true,
      } as const
      return page(c, asking, about, () => <StoryPage {...told.value} />)
    })
    .get(paths.story.pdf, { audience: 'family', act: 'story.print' }, async (c) => {
      const asking = askingOfChild(c)
      const told = await printStory(deps, asking)
      if (!told.ok) return refused(c, told.error)
      return paper(c, asking, { file: 'min-berattelse.pdf' }, () =>
        storyPdf(storyOnPaper(told.value), told.value.at),
      )
    })
