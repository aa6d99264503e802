import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { packed } from './packed.ts'

const app = new Hono()
  .use(packed)
  .get('/sida', (c) => c.html('Lisa läser. '.repeat(200)))
  .get('/papper', (c) => c.body('%PDF'.repeat(1000), 200, { 'content-type': 'application/pdf' }))

async function encodingOf(path: string, site?: string) {
  const answer = await app.request(path, {
    headers: { 'accept-encoding': 'gzip, br', ...(site && { 'sec-fetch-site': site }) },
  })
  return answer.headers.get('content-encoding')
}

describe('a page', () => {
  it('is packed for our own pages, and for who typed the address', async () => {
    expect(await Promise.all(['same-origin', 'none'].map((site) => encodingOf('/sida', site)))).toEqual([
      'gzip',
      'gzip',
    ])
  })

  it('is not packed when another site set it off, or nobody says who did', async () => {
    expect(
      await Promise.all(['cross-site', 'same-site', undefined].map((site) => encodingOf('/sida', site))),
    ).toEqual([null, null, null])
  })

  it('and paper never is', async () => expect(await encodingOf('/papper', 'same-origin')).toBeNull())
})
