import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, talkWaits, tellFamily } from '#test/arrange.ts'
import { appointed } from '#test/arrange-organisation.ts'
import { admin, as, id, inHours, lisa, world } from '#test/world.ts'

const at = { childId: lisa }
const status = async (who: Parameters<typeof as>[0], path: string) => (await as(who).get(path)).status
const text = async (who: Parameters<typeof as>[0], path: string) => (await as(who).get(path)).text()

const isParent = (person: 'maja' | 'stig', until?: string) =>
  admin
    .insertInto('guardianship')
    .values({
      child_id: lisa,
      person_id: id(person),
      called: 'mamma',
      source: 'folkbokföringen',
      checked_at: inHours(-1),
      valid_from: '2018-03-14',
      valid_to: until ?? null,
    })
    .execute()

describe('Lisa is Maja’s own child', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await talkWaits()
  })

  it('so Stig is BBA from the first moment, and Maja comes near nothing of it at work', async () => {
    await isParent('maja')
    for (const page of [paths.close, paths.wheel.show, paths.timeline]) {
      expect([page, await status('maja', page.to(at))]).toEqual([page, 404])
      expect([page, await status('stig', page.to(at))]).toEqual([page, 200])
    }
    expect(await text('maja', '/uppgifter')).not.toContain('Holmgren')
    expect(await text('stig', '/uppgifter')).toContain('Holmgren')
    expect(await text('sara', paths.child.to(at))).toContain('Stig Åberg')
  })

  it('and Stig’s too: then the fallback of the organisation is', async () => {
    await isParent('maja')
    await isParent('stig')
    await appointed('petra', 'fallback_lead')
    expect(await status('petra', paths.close.to(at))).toBe(200)
    for (const who of ['maja', 'stig'] as const) expect(await status(who, paths.close.to(at))).toBe(404)
  })

  it('was, until the custody ended: then Maja is BBA as before', async () => {
    await isParent('maja', '2026-11-01')
    expect(await status('maja', paths.close.to(at))).toBe(200)
    expect(await status('stig', paths.close.to(at))).toBe(404)
  })
})
