import { paths } from '#shared/paths.ts'
import { idOf } from '../county/index.ts'
import type { Stage } from '../stage.ts'

const ask = paths.emergency.ask.to({})
const lisasNumber = '20170101-2393'
const lineIn = (page: string) => /href="(\/granskning\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? 'no line'

/** What happened that somebody should look at again: two emergencies, a late evening, and a page that stayed closed. */
export async function lookedThrough({ on, as }: Stage) {
  on(-6, '16:20')
  await as('viktor-sundin', 'tornsvalans-skola').fill(ask, {
    number: lisasNumber,
    ground: 'barnet_ensamt',
    why: 'Lisa sitter ensam vid busshållplatsen utanför vår skola och vet inte vem som hämtar.',
  })
  on(-5, '08:10')
  const reviewer = as('stefan-bjork', 'tornsvalans-skola')
  await reviewer.fill(lineIn(await reviewer.see(paths.review.list.to({}))), {
    outcome: 'fine',
    words: 'Jag pratade med Viktor. Han ringde Karin Wester, och Lisa blev hämtad inom en kvart.',
    harms: 'no',
  })

  on(-3, '22:50')
  await as('petra-ek', 'furuskolan').see(paths.child.to({ childId: idOf.child('lisa') }))
  // He follows a link about a child that he does not work with, and meets a page that does not exist.
  await as('omar-haddad', 'furuskolan')
    .see(paths.child.to({ childId: idOf.child('noah') }))
    .catch(() => undefined)

  on(-1, '17:40')
  await as('ellen-grahn', 'tornsvalans-skola').fill(ask, {
    number: lisasNumber,
    ground: 'barnet_ensamt',
    why: 'En flicka som säger att hon heter Lisa kom in till oss från bussen. Jag behöver veta vem jag ringer.',
  })
}
