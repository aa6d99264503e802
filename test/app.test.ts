import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { admin, as, deps, engagementOf, id, lisa, world } from '#test/world.ts'
import { assetPath } from '#ui/assets.ts'

describe('the application as a whole', () => {
  beforeEach(() => world())

  it('is alive and ready', async () => {
    for (const address of ['/healthz', '/readyz']) expect((await as('nobody').get(address)).status).toBe(200)
  })

  it('sends its guards with every answer', async () => {
    for (const address of [
      '/',
      '/ingenting',
      paths.noticing.notice.to({}),
      paths.child.to({ childId: lisa }),
    ]) {
      const { headers } = await as('petra').get(address)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000; includeSubDomains/)
      expect(headers.get('access-control-allow-origin')).toBeNull()
      for (const part of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(headers.get('content-security-policy')).toContain(part)
      for (const part of ['camera=()', 'geolocation=()', 'microphone=()', 'display-capture=()'])
        expect(headers.get('permissions-policy')).toContain(part)
      for (const told of ['server', 'x-powered-by', 'via']) expect(headers.get(told)).toBeNull()
      if (headers.get('content-type')) expect(headers.get('content-type')).toMatch(/charset=utf-8/i)
    }
  })

  it('files that hold nothing about anybody have short rules', async () => {
    const { headers } = await as('petra').get(assetPath('text.woff2'))
    expect(headers.get('content-security-policy')).toBe("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000; includeSubDomains/)
    expect(headers.get('permissions-policy')).toBeNull()
  })

  it('gives up what the database does not answer in half a minute', async () => {
    const line = await deps.pool.reserve()
    try {
      expect(await line.unsafe('show statement_timeout')).toEqual([{ statement_timeout: '30s' }])
    } finally {
      line.release()
    }
  })

  it('takes no other methods than those of pages and forms, and does nothing for them', async () => {
    const missing = await (await as('petra').get('/ingenting')).text()
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      for (const address of ['/', paths.noticing.notice.to({}), paths.child.to({ childId: lisa })]) {
        const headers = { 'sec-fetch-site': 'same-origin' }
        const answer = await as('petra').send(address, { method, headers })
        expect([method, address, answer.status, await answer.text()]).toEqual([method, address, 404, missing])
      }
  })

  it('takes forms from its own pages only', async () => {
    const body = new URLSearchParams({
      sentence: 'x',
      engagement: engagementOf('petra'),
      submission: id('x'),
    })
    const from = (headers: Record<string, string>) =>
      as('petra').send(paths.noticing.noticeChild.to({ childId: lisa }), { method: 'POST', body, headers })
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
      { origin: 'http://localhost', 'sec-fetch-site': 'same-site' },
    ])
      expect((await from(headers)).status).toBe(404)
    expect(await admin.selectFrom('audit_event').select('id').execute()).toEqual([])
    const ours = await from({ origin: 'null', 'sec-fetch-site': 'same-origin' })
    expect(ours.status).toBe(303)
  })

  it('a form that was made under another engagement answers 409 and gives the text back', async () => {
    const answer = await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), {
      sentence: 'Lisa sjunger för sig själv.',
      engagement: engagementOf('sofia'),
    })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Lisa sjunger för sig själv.')
    expect(await admin.selectFrom('item').select('id').where('child_id', '=', lisa).execute()).toEqual([])
  })

  it('someone whose employment has ended is nobody', async () => {
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-23' })
      .where('id', '=', engagementOf('petra'))
      .execute()
    const answer = await as('petra').get(paths.noticing.noticeChild.to({ childId: lisa }))
    expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([
      303,
      paths.signIn.choose.to({}),
    ])
    const [row] = await admin.selectFrom('audit_event').select(['actor_id', 'outcome']).execute()
    expect(row).toEqual({ actor_id: null, outcome: 'signed-out' })
    expect(id('petra')).toBeTruthy()
  })

  it('when the database is gone, the error page holds all that was typed; back again, it just works', async () => {
    const form = { sentence: 'Lisa sjunger för sig själv.', working: 'Musiken' }
    const send = () => as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), form)
    await withoutDatabase(async () => {
      const answer = await send()
      const page = await answer.text()
      expect(answer.status).toBe(503)
      expect(page).toContain('action="/barn/')
      for (const [name, text] of Object.entries(form)) {
        expect(page).toContain(`name="${name}" value="${text}"`)
        expect(page).toContain(`>${text}</span></p>`)
      }
      expect((await as('nobody').get('/readyz')).status).toBe(503)
    })
    expect((await send()).status).toBe(303)
  })
})

/** Nobody but the superuser may connect, and those who were are thrown out. */
async function withoutDatabase(work: () => Promise<void>) {
  const name = sql.raw(
    (await sql<{ name: string }>`select quote_ident(current_database()) as name`.execute(admin)).rows[0]
      ?.name ?? '',
  )
  await sql`revoke connect on database ${name} from public, kb_app`.execute(admin)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'kb_app'`.execute(admin)
  await work().finally(() => sql`grant connect on database ${name} to public`.execute(admin))
}
