import { askingOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { page, refused } from '#shared/web.tsx'
import { ageAsked, municipalityAsked, pageAsked, wordsAsked } from '../asked.ts'
import { SearchPage } from './search.page.tsx'
import { searchDirectory } from './search.ts'

export const searchRoutes = (routes: Routes, deps: Deps): Routes =>
  routes.get(paths.directory.search, { audience: 'staff', act: 'directory.search' }, async (c) => {
    const asking = askingOf(c)
    const question = {
      words: wordsAsked(c.req.query('q')),
      municipality: municipalityAsked(c.req.query('kommun')),
      age: ageAsked(c.req.query('alder')),
      page: pageAsked(c.req.query('sida')),
    }
    const found = await searchDirectory(deps, asking, question)
    if (!found.ok) return refused(c, found.error)
    return page(c, asking, { title: 'Vem kan hjälpa?', current: 'directory' }, () => (
      <SearchPage question={question} answer={found.value} />
    ))
  })
