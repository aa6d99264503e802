import { paths } from '#shared/paths.ts'
import { Routes } from '#shared/routes.ts'
import { publicPage } from '#shared/web.tsx'
import { message } from '#ui/message.ts'
import { demoChannels, type ReportChannel } from '../channels.ts'
import { AccessibilityPage } from './accessibility.page.tsx'
import { ConcernPage } from './concern.page.tsx'
import { HelpPage } from './help.page.tsx'
import { ProtectionPage } from './protection.page.tsx'
import { WithoutEidPage } from './without-eid.page.tsx'
import { WordsPage } from './words.page.tsx'

const open = { audience: 'public', act: null } as const

type Options = {
  demo: boolean
  contact?: string
  /** The county's own; left out, invented ones in the demo and none at all in production. */
  channels?: readonly ReportChannel[]
}

/** Pages for anybody. They know nothing of who looks, and leave nothing behind. */
export function knowledgeRoutes(_: unknown, { demo, contact, ...options }: Options): Routes {
  const channels = options.channels ?? (demo ? demoChannels : [])
  return new Routes('knowledge')
    .get(paths.words, open, (c) =>
      publicPage(c, { title: message('Ordlista'), translated: true }, <WordsPage />),
    )
    .get(paths.protection, open, (c) =>
      publicPage(c, { title: message('Så skyddas uppgifterna'), translated: true }, <ProtectionPage />),
    )
    .get(paths.accessibility, open, (c) =>
      publicPage(
        c,
        { title: message('Tillgänglighet'), translated: true },
        <AccessibilityPage contact={contact} />,
      ),
    )
    .get(paths.help, open, (c) => publicPage(c, { title: message('Hjälp'), translated: true }, <HelpPage />))
    .get(paths.withoutEid, open, (c) =>
      publicPage(c, { title: message('Utan e-legitimation'), translated: true }, <WithoutEidPage />),
    )
    .get(paths.concern, open, (c) =>
      publicPage(c, { title: message('Orosanmälan'), translated: true }, <ConcernPage channels={channels} />),
    )
}
