import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { as, auditRows, deps, id, lisa, people, withoutAudit, world } from '#test/world.ts'

// What a collector outside the database is told, line by line.

const lines: string[] = []
const told = () => lines.splice(0).map((line) => JSON.parse(line) as Record<string, string>)
const notice = paths.noticing.noticeChild.to({ childId: lisa })

describe('the lines for a collector outside', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    deps.tell = (line) => void lines.push(line)
  })
  afterEach(() => {
    delete deps.tell
    lines.length = 0
  })

  it('tell of a change and of a refusal, and not of an ordinary reading', async () => {
    expect((await as('maja').get(paths.child.to({ childId: lisa }))).status).toBe(200)
    expect(told()).toEqual([])
    expect((await as('petra').post(notice, { sentence: 'Lisa ritar gärna.' })).status).toBe(303)
    expect((await as('eva').get(paths.child.to({ childId: lisa }))).status).toBe(404)
    const [change, refusal] = told()
    expect(change).toMatchObject({ event: 'noticing.send', outcome: 'done' })
    expect(refusal).toMatchObject({ event: 'child.show', outcome: 'not-found' })
    // The same child has the same mark; different people have different ones.
    expect(change?.['child']).toBe(refusal?.['child'])
    expect(change?.['who']).not.toBe(refusal?.['who'])
  })

  it('tell nothing of somebody who looks at what they are writing before it is sent', async () => {
    await as('maja').post(paths.meeting.call.to({ childId: lisa }), { forhandsvisa: 'ja' })
    expect((await auditRows()).at(-1)?.slice(0, 3)).toEqual(['maja', 'meeting.call', 'looked'])
    expect(told()).toEqual([])
  })

  it('name nobody: no id, no word, nothing that was written or asked for', async () => {
    await as('petra').post(notice, { sentence: 'Kanariefågeln sjunger' })
    await as('petra').post(notice, { sentence: '' })
    await as('nobody').get(paths.child.to({ childId: lisa }))
    const text = lines.join('\n')
    expect(lines).toHaveLength(3)
    for (const who of people)
      for (const part of [id(who), id(`session ${who}`)]) expect(text).not.toContain(part)
    for (const secret of [lisa, 'Kanarie', 'Lisa', 'Holmgren', 'Petra', 'barn/'])
      expect(text).not.toContain(secret)
    for (const line of lines) expect(line).not.toMatch(/[\n\r]/)
  })

  it('tell of a form from another site, which is nobody’s act and leaves no row', async () => {
    const rows = (await auditRows()).length
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example/Lisa' }])
      expect(
        (await as('petra').send(notice, { method: 'POST', headers, body: 'sentence=Lisa' })).status,
      ).toBe(404)
    const text = lines.join('\n')
    const line = {
      event: 'other-site',
      outcome: 'refused',
      at: expect.any(String),
      request: expect.any(String),
    }
    expect(told()).toEqual([line, line])
    expect([(await auditRows()).length, text.includes('elsewhere'), text.includes('Lisa')]).toEqual([
      rows,
      false,
      false,
    ])
  })

  it('are as many as the rows they tell of, and none for a change that could not be logged', async () => {
    await as('petra').post(notice, { sentence: 'Lisa ritar gärna.' })
    const requests = told().map(({ request }) => request)
    expect(new Set(requests).size).toBe((await auditRows()).length)
    const answer = await withoutAudit(() => as('petra').post(notice, { sentence: 'Lisa ritar mer.' }))
    expect(answer.status).toBe(503)
    expect(told()).toEqual([expect.objectContaining({ event: 'fault', outcome: '42501' })])
  })
})
