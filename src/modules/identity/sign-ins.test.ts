import { beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, auditRows, id, inHours, noon, showedWhoTheyAre, world } from '#test/world.ts'

type Who = 'maja' | 'sara' | 'lisaSelf'
const home = { maja: paths.tasks.to({}), sara: paths.children.to({}), lisaSelf: paths.children.to({}) }
const page = async (who: Who) => {
  const text = await (await as(who).get(home[who])).text()
  return (/<main.*<\/main>/s.exec(text)?.[0] ?? '').replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')
}

/** They were signed in this many hours ago too, in their usual way or another, and that is over. */
async function wasIn(who: Who, hours: number, issuer?: string) {
  const { person_id, kind, ...session } = await admin
    .selectFrom('session')
    .selectAll()
    .where('id', '=', id(`session ${who}`))
    .executeTakeFirstOrThrow()
  await admin
    .insertInto('session')
    .values({
      ...session,
      person_id,
      kind,
      token_hash: hashOf(`${who} ${hours}`),
      id: id(`${who} ${hours}`),
      issuer: issuer ?? session.issuer,
      authenticated_at: inHours(-hours),
      ended_at: inHours(-hours + 1),
    })
    .execute()
}

const odd = 'Någon har loggat in som du på ett annat sätt än du brukar'

describe('the first page of an adult', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    for (const who of ['maja', 'sara', 'lisaSelf'] as const) await showedWhoTheyAre(who, noon)
  })

  it('says nothing at the very first sign-in', async () => {
    for (const who of ['maja', 'sara'] as const) {
      expect(await page(who)).not.toContain('Senast inloggad')
      expect(await page(who)).not.toContain(odd)
    }
  })

  it('tells Maja and Sara when they were last signed in, and nobody else of it', async () => {
    for (const who of ['maja', 'sara'] as const) {
      await wasIn(who, 48)
      await wasIn(who, 25)
      expect(await page(who)).toContain('Senast inloggad måndag 23 november kl 11.00. Mina inloggningar')
      expect(await page(who)).not.toContain(odd)
    }
    expect(await page('lisaSelf')).not.toContain('Senast inloggad')
  })

  it('tells Sara that somebody came in as her in another way, and what to do, until she has come back once', async () => {
    await wasIn('sara', 50)
    await wasIn('sara', 3, 'another')
    const told = await page('sara')
    expect(told).toContain(odd)
    expect(told).toContain('Det var tisdag 24 november kl 09.00. Var det du? Då behöver du inte göra något.')
    const html = await (await as('sara').get(home.sara)).text()
    expect(html).toContain(`<a href="${paths.sessions.to({})}">logga ut överallt</a>`)
    expect((await auditRows()).at(-1)?.slice(0, 3)).toEqual(['sara', 'children.list', 'done'])
    await wasIn('sara', 2)
    expect(await page('sara')).not.toContain(odd)
  })

  it('tells Maja the same, and a child nothing: who else holds its eID would read when the child is here', async () => {
    for (const who of ['maja', 'lisaSelf'] as const) {
      await wasIn(who, 50)
      await wasIn(who, 3, 'another')
    }
    expect(await page('maja')).toContain(odd)
    const child = await page('lisaSelf')
    expect(child).not.toContain(odd)
    expect(child).not.toContain('inloggad')
  })
})
