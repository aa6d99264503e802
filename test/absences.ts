import { paths } from '#shared/paths.ts'
import { as, type engagementOf, id, type Person } from '#test/world.ts'

type Staff = Parameters<typeof engagementOf>[0]

/** Somebody writes in that they are away themselves, where they act. */
export const isAway = (who: Staff, from: string, to: string, more: Record<string, string> = {}) =>
  as(who).post(paths.absence.mine.to({}), { from, to, ...more })

/** Everything that is written in ends: back at work. */
export async function isBack(who: Staff) {
  const page = await (await as(who).get(paths.absence.mine.to({}))).text()
  for (const [, ends = ''] of page.matchAll(/name="ends" value="([^"]+)"/g))
    await as(who).post(paths.absence.mine.to({}), { ends })
}

export const furuskolan = { unitId: id('furuskolan') }

/** Furuskolan is closed. */
export const closes = (who: Person, from: string, to: string) =>
  as(who).post(paths.absence.closed.to(furuskolan), { from, to })
