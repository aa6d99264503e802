import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { letThemOut } from '#test/canaries/birds.ts'
import { everythingIsWritten } from '#test/canaries/stage.ts'
import { everyAddress } from '#test/noninterference/addresses.ts'
import { namesIn, swedishIn } from '#test/swedish-left.ts'
import { admin, holding, id, type Person } from '#test/world.ts'

/** A page without the ids in its address. */
const page = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')

/** Every page that opens for somebody, and every form that says what is missing, with the Swedish that stands there. */
async function pagesFor(who: Person): Promise<Map<string, string[]>> {
  const names = await namesIn(admin)
  // Pages for nobody speak the language of the device.
  const reader = holding(`kb-test=token of ${who}; sprak=ar`, who)
  const pages = new Map<string, string[]>()
  for (const method of ['GET', 'POST'] as const)
    for (const { path } of await everyAddress(method)) {
      const answer = method === 'GET' ? await reader.get(path) : await reader.post(path)
      const opened = answer.status === (method === 'GET' ? 200 : 422) && !notTheirs.includes(path)
      if (!opened || !answer.headers.get('content-type')?.includes('html')) continue
      const name = `${who === 'lisaSelf' ? 'child' : 'guardian'} ${method} ${page(path)}`
      pages.set(name, [...(pages.get(name) ?? []), ...swedishIn(await answer.text(), names)])
    }
  return pages
}

/** Written for those who work, though they tell nobody anything; and the demo county's own door. */
const notTheirs: readonly string[] = [
  paths.demo.pattern,
  paths.invitation.pattern,
  paths.sharing.ending.pattern,
]

letThemOut()

describe('every page that the family reads', () => {
  beforeAll(async () => {
    await everythingIsWritten()
    await admin
      .insertInto('reading_language')
      .values((['sara', 'lisaSelf'] as const).map((who) => ({ person_id: id(who), language: 'ar' })))
      .execute()
  })

  it('is said in the reader’s language', async () => {
    const pages = new Map([...(await pagesFor('sara')), ...(await pagesFor('lisaSelf'))])
    expect(pages.size).toBeGreaterThan(90)
    expect(
      [...pages].filter(([, texts]) => texts.length > 0),
      'in Swedish only: say it with say()',
    ).toEqual([])
  }, 300_000)
})
