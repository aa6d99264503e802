import { paths } from '#shared/paths.ts'
import { idOf } from '../county/index.ts'
import type { Stage } from '../stage.ts'

/** Somebody fell ill and the school wrote it in; the days when it closes are there long before. A midwife is away herself. */
export async function away({ on, as, dateOf }: Stage) {
  const at = { unitId: idOf.unit('furuskolan') }
  const karin = as('karin-wester', 'furuskolan')
  on(-1, '07:40')
  await karin.fill(paths.absence.colleague.to(at), {
    who: idOf.engagement('omar-haddad', 'furuskolan'),
    from: dateOf(-1),
    to: dateOf(9),
  })
  on(-1, '08:05')
  const zahra = as('zahra-hosseini', 'mvc-ljungby')
  await zahra.fill(paths.absence.mine.to({}), { from: dateOf(-1), to: dateOf(6) })
  await karin.fill(paths.absence.closed.to(at), { from: dateOf(40), to: dateOf(54) })
}
