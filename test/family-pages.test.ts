import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { protectPeople } from '#test/arrange.ts'
import { letThemOut } from '#test/canaries/birds.ts'
import { everythingIsWritten } from '#test/canaries/stage.ts'
import { everyAddress } from '#test/noninterference/addresses.ts'
import { namesIn, swedishIn } from '#test/swedish-left.ts'
import { admin, holding, id, type Person } from '#test/world.ts'
import { noName } from '#ui/say.tsx'

/** A page without the ids in its address. */
const page = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')

/** Every page that opens for somebody, and every form that says what is missing. */
async function pagesFor(who: Person): Promise<{ name: string; html: string }[]> {
  // Pages for nobody speak the language of the device.
  const reader = holding(`kb-test=token of ${who}; sprak=ar`, who)
  const pages: { name: string; html: string }[] = []
  for (const method of ['GET', 'POST'] as const)
    for (const { path } of await everyAddress(method)) {
      const answer = method === 'GET' ? await reader.get(path) : await reader.post(path)
      const opened = answer.status === (method === 'GET' ? 200 : 422) && !notTheirs.includes(path)
      if (!opened || !answer.headers.get('content-type')?.includes('html')) continue
      const name = `${who === 'lisaSelf' ? 'child' : 'guardian'} ${method} ${page(path)}`
      pages.push({ name, html: await answer.text() })
    }
  return pages
}

/** Whom a child can call, on a page: danger, somebody of its own, and social services out of hours. */
const toCall = ['href="tel:112"', 'href="tel:116111"', `href="${paths.concern.to({})}"`]
const mainOf = (html: string) => html.replace(/^.*?<main/s, '').replace(/<\/main>.*$/s, '')

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

  it('is said in the reader’s language; where the child can write it says whom to call', async () => {
    const names = await namesIn(admin)
    const childs = await pagesFor('lisaSelf')
    const pages = [...(await pagesFor('sara')), ...childs]
    expect(new Set(pages.map(({ name }) => name)).size).toBeGreaterThan(90)
    expect(
      pages
        .map(({ name, html }) => [name, swedishIn(html, names)] as const)
        .filter(([, texts]) => texts.length > 0),
      'in Swedish only: say it with say()',
    ).toEqual([])
    const written = childs.filter(({ html }) => html.includes('<textarea'))
    expect(new Set(written.map(({ name }) => name)).size).toBeGreaterThan(8)
    expect(
      written
        .map(({ name, html }) => [name, toCall.filter((one) => !mainOf(html).includes(one))] as const)
        .filter(([, missing]) => missing.length > 0),
      'whom the child can call',
    ).toEqual([])
  }, 300_000)

  it('says in the reader’s language that a name is kept from it', async () => {
    await protectPeople('maja', 'ali', 'ingrid', 'sofia')
    const pages = [...(await pagesFor('sara')), ...(await pagesFor('lisaSelf'))]
    expect(pages.some(({ html }) => html.includes('شخص محمي'))).toBe(true)
    expect(pages.filter(({ html }) => html.includes(noName)).map(({ name }) => name)).toEqual([])
  }, 300_000)
})
