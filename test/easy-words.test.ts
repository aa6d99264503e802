import { beforeAll, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { callMeeting } from '#test/arrange-meeting.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { askFamily } from '#test/consents.ts'
import { everyAddress } from '#test/noninterference/addresses.ts'
import { mainText } from '#test/words.ts'
import { as, lisa, type Person, world } from '#test/world.ts'

/** What one reads on every page about Lisa that opens for somebody in her family. */
async function pagesFor(who: Person): Promise<[path: string, lix: number][]> {
  const pages: [string, number][] = []
  for (const { path } of await everyAddress('GET')) {
    if (!path.includes(lisa)) continue
    const answer = await as(who).get(path)
    const page = await answer.text()
    if (answer.status === 200 && answer.headers.get('content-type')?.includes('html'))
      pages.push([path.replace(lisa, ''), Math.round(lix(mainText(page)) * 10) / 10])
  }
  return pages
}

describe('every page that the family reads', () => {
  beforeAll(async () => {
    await world()
    await lisaWithPlan()
    await callMeeting()
    await askFamily()
  })

  it.each([
    ['sara', 'sv', 35],
    ['lisaSelf', 'sv', 25],
    ['sara', 'sv-x-latt', 27],
  ] as const)('is in easy words for %s, who reads %s', async (who, sprak, most) => {
    await as(who).post(paths.language.to({}), { sprak, efter: '/' })
    expect(await (await as(who).get(paths.child.to({ childId: lisa }))).text()).toContain(
      `<html lang="${sprak}"`,
    )
    const pages = await pagesFor(who)
    expect(pages.filter(([, found]) => found > most)).toEqual([])
  })
})
