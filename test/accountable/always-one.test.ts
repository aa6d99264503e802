import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { appointed, inTheSameOrganisation } from '#test/arrange-organisation.ts'
import { admin, as, engagementOf, lisa, noon, world } from '#test/world.ts'
import { steps } from './commands.ts'
import { expected, type Model, type Worker, works } from './model.ts'

// How many random stories, and which: `npm run test:deep` tries more of them, with a seed of its own.
const stories = Number(process.env['ACCOUNTABLE_STORIES'] ?? 20)
const seed = Number(process.env['ORACLE_SEED'] ?? 20261124)

let moments = 0
afterAll(() => console.log(`${stories} stories, seed ${seed}, ${moments} moments`))

/** Rut takes what nobody else has, and Birgit administers, both in other walls of Furuskolan's organisation. */
async function arrange() {
  await world()
  await openMatter()
  await tellFamily('sara', 'jonas')
  await inTheSameOrganisation('mottagning', 'bvc')
  await appointed('rut', 'fallback_lead')
  await appointed('birgit')
}

const ahead = [0, 1, 2, 5, 9, 20, 60]

/** Now and on the days to come: the one the model says, who works there then, and no other. */
async function holds(model: Model) {
  const at = ahead.map((days) => new Date(model.now.getTime() + days * 86_400_000))
  const { rows } = await sql<{ who: string | null; tenures: number; employed: boolean }>`
    select accountable_engagement(${lisa}, m.at) as who,
      (select count(*)::int from responsibility r where r.child_id = ${lisa} and r.during @> m.at) as tenures,
      exists (select from engagement e where e.id = accountable_engagement(${lisa}, m.at)
        and coalesce(e.valid_to, 'infinity') >= (m.at at time zone 'Europe/Stockholm')::date) as employed
    from unnest(${at.map((moment) => moment.toISOString())}::timestamptz[]) with ordinality m (at, place) order by m.place`.execute(
    admin,
  )
  moments += at.length
  const said = at.map((moment) => expected(model, moment))
  expect(rows).toEqual(said.map((who) => ({ who: who && engagementOf(who), tenures: 1, employed: true })))
  await opensFor(model, said[0])
}

/** Whoever has left is out; whoever has it is let in, outside the wall by the name alone. */
async function opensFor(model: Model, accountable: Worker | undefined) {
  const status = async (who: Worker, path: string) => (await as(who).get(path)).status
  const wheel = paths.wheel.show.to({ childId: lisa })
  if (accountable && accountable !== 'rut')
    expect([accountable, await status(accountable, wheel)]).toEqual([accountable, 200])
  expect(await status('rut', paths.child.to({ childId: lisa }))).toBe(
    works(model, 'rut', model.now) ? (accountable === 'rut' ? 200 : 404) : 303,
  )
  for (const who of ['maja', 'stig', 'petra'] as const)
    if (!works(model, who, model.now)) expect([who, await status(who, wheel)]).toEqual([who, 303])
}

it('at each moment exactly one who works there is accountable', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps(holds), async (acts) => {
      const model = (): Model => ({
        now: noon,
        tenure: { who: 'maja', unit: 'furuskolan' },
        lastDay: {},
        absences: [],
        closed: [],
      })
      await arrange()
      await fc.asyncModelRun(() => ({ model: model(), real: {} }), acts)
    }),
    { seed, numRuns: stories },
  )
})
