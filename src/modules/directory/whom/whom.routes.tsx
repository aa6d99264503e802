import { demoChannels, type ReportChannel } from '#modules/knowledge'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import type { Routes } from '#shared/routes.ts'
import { publicPage } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { ageAsked, municipalityAsked, pageAsked } from '../asked.ts'
import { WhomPage } from './whom.page.tsx'
import { findWhom } from './whom.ts'

type Options = { demo: boolean; channels?: readonly ReportChannel[] }

/** For anybody: it knows nothing of who looks, and leaves nothing behind. */
export function whomRoutes(routes: Routes, deps: Deps, { demo, ...options }: Options): Routes {
  const channels = options.channels ?? (demo ? demoChannels : [])
  return routes.get(paths.directory.whom, { audience: 'public', act: null }, async (c) => {
    const asked = {
      municipality: municipalityAsked(c.req.query('kommun')),
      age: ageAsked(c.req.query('alder')),
      page: pageAsked(c.req.query('sida')),
    }
    const turned = await findWhom(deps, asked)
    return publicPage(
      c,
      { title: message('Vem vänder jag mig till?'), translated: true },
      <WhomPage {...{ asked, turned, channels }} />,
    )
  })
}
