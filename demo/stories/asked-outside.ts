import { paths } from '#shared/paths.ts'
import { demoId, idOf } from '../county/index.ts'
import type { Stage } from '../stage.ts'

const at = { childId: idOf.child('alva') }

/** Two near Alva, who have no login, are each given a link. Birgitta has answered, and her grandfather has not yet. */
export async function askedOutside({ on, as, dateOf }: Stage) {
  const jesper = as('jesper-nyman', 'kaa-uppvidinge')
  const asks = (person: string, question: string) =>
    jesper.fill(paths.wheel.askAdult.to(at), {
      voice: `adult:${demoId(`adult:alva ${person}`)}`,
      area: 'learning',
      question,
      named: 'ja',
      dueOn: dateOf(5),
      basis: 'consent',
      yes: 'Alva, när vi sågs i stallet',
      why: 'De ser Alva när hon gör det hon är bra på.',
      confirmed: 'ja',
    })
  on(-2, '09:20')
  const page = await asks('birgitta-palm', 'Vad gör Alva i stallet som hon skulle ha nytta av på ett arbete?')
  const link = /http:\/\/localhost(\/svara\/[\w-]+)/.exec(await jesper.see(page))?.[1] ?? ''
  await asks('sven-erik-sandstrom', 'Vad brukar få Alva att vilja lära sig något nytt?')
  on(0, '07:10')
  await as('birgitta-palm').fill(link, {
    working: 'Hon kommer i tid varje morgon och ser direkt om en häst inte mår bra.',
    challenging: 'När det blir mycket folk går hon undan en stund.',
  })
}
