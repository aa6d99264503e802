import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { handTheDevice } from '#test/noninterference/county.ts'
import { behindTheWalls, lisa, people } from '#test/world.ts'
import { actionOf, anyMovedFacts, arrange, counties, itemId, type Party, seed, toldItemId } from './facts.ts'
import { actionsSeen, placeOf, readsSchoolsNotes, readsWhatWasTold } from './oracle.ts'

/** Triples of somebody, a reading and a thing that were compared. */
let compared = 0
afterAll(() => console.log(`${compared} (person, act, item) in SQL, as the application's role`))

describe('the walls, against an oracle that was written apart', () => {
  it(`agree about everybody in ${counties} random counties`, { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyMovedFacts, async (facts) => {
        await arrange(facts)
        await handTheDevice()
        for (const who of [...people, 'lisaBeside' as const]) {
          const seen = await behindTheWalls(who, lisa, async (trx) => {
            const [child, plan, parts, items, versions, matter] = await Promise.all([
              trx.selectFrom('child').select('id').where('id', '=', lisa).execute(),
              trx.selectFrom('plan').select('id').execute(),
              trx.selectFrom('plan_part').select('part_id').execute(),
              trx.selectFrom('item').select('id').execute(),
              trx.selectFrom('item_version').select('item_id').execute(),
              trx.selectFrom('matter').select('id').execute(),
            ])
            return { child, plan, parts, items, versions, matter }
          })
          const place = placeOf(facts, who)
          const units = (['school', 'sofia', 'ali', 'ingrid'] as const).filter((unit: 'school' | Party) =>
            seen.parts.some((part) => part.part_id === actionOf(unit)),
          )
          const expected = {
            child: place === 'stranger' ? 0 : 1,
            plan: ['carries', 'kept', 'whole', 'own', 'family'].includes(place) ? 1 : 0,
            units: actionsSeen(facts, who),
            notes: readsSchoolsNotes(facts, who),
            told: readsWhatWasTold(facts, who),
            matter: place === 'carries' || place === 'took over' ? 1 : 0,
          }
          const found = {
            child: seen.child.length,
            plan: seen.plan.length,
            units,
            notes: seen.items.some((item) => item.id === itemId),
            told: seen.items.some((item) => item.id === toldItemId),
            matter: seen.matter.length,
          }
          // The child, the plan, the matter, four actions, two notes.
          compared += 9
          expect([who, place, found]).toEqual([who, place, expected])
          expect(seen.versions.map((v) => v.item_id).sort()).toEqual(seen.items.map((i) => i.id).sort())
        }
      }),
      { seed, numRuns: counties, endOnFailure: true },
    )
  })
})
