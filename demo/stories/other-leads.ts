import { paths } from '#shared/paths.ts'
import { idOf } from '../county/index.ts'
import type { Stage } from '../stage.ts'

const at = { childId: idOf.child('elias') }

/** The rektor chooses who is to be BBA for Elias; his mother asks for somebody else, and has not been answered yet. */
export async function otherLeads({ on, as }: Stage) {
  on(-1, '13:10')
  await as('stefan-bjork', 'tornsvalans-skola').fill(paths.lead.show.to(at), {
    who: idOf.engagement('viktor-sundin', 'tornsvalans-skola'),
    why: 'Viktor träffar Elias varje måndag och är den som han vänder sig till.',
  })
  on(-1, '19:30')
  await as('camilla-nordin').fill(paths.lead.ask.to(at), {
    why: 'Viktor är gift med min syster. Vi tycker om honom, men det blir lättare att prata med någon utanför släkten.',
  })
}
