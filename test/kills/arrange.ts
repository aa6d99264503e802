import { swedishDay } from '#shared/dates.ts'
import { appointed } from '#test/arrange-organisation.ts'
import { knowParents, numbers } from '#test/arrange-register.ts'
import { admin, assign, deps, engagementOf, id, world } from '#test/world.ts'

// The killed program goes by the real clock, as everything does here.

const hour = 3_600_000
export const fromNow = (hours: number) => new Date(Date.now() + hours * hour)
const dayFromNow = (days: number) => swedishDay(fromNow(24 * days))

/** Petra and Maja are signed in for long; Rut is whom Familjestöd falls back on; the register knows Sara and Jonas. */
export async function arrange() {
  await world()
  await admin
    .updateTable('session')
    .set({ authenticated_at: fromNow(9000), last_seen_at: fromNow(0), ends_at: fromNow(9000) })
    .execute()
  await knowParents()
  await appointed('rut', 'fallback_lead', id('authority familjestod'))
}

/** A pupil of Furuskolan that Petra and Maja know, and that changes school before long. */
export async function addPupil(slug: string): Promise<string> {
  const childId = id(slug)
  const born = { given_name: slug, family_name: 'Test', born_on: '2016-05-01', made_at: fromNow(-1) }
  await admin
    .insertInto('child')
    .values({ id: childId, ...born })
    .execute()
  await deps.vault.newBox(admin, childId)
  const change = dayFromNow(60)
  await admin
    .insertInto('child_placement')
    .values([
      {
        child_id: childId,
        id: deps.newId(),
        unit_id: id('furuskolan'),
        valid_from: '2022-08-15',
        valid_to: change,
      },
      { child_id: childId, id: deps.newId(), unit_id: id('lillaskolan'), valid_from: change },
    ])
    .execute()
  for (const who of ['petra', 'maja'] as const) await assign(who, childId, 'ordinary')
  await admin
    .updateTable('assignment')
    .set({ valid_from: '2022-08-15' })
    .where('child_id', '=', childId)
    .execute()
  return childId
}

/** The register finds the child by its number, and has told before that Sara and Jonas have custody. */
export async function giveNumber(childId: string) {
  await admin
    .insertInto('identifier_hash')
    .values({ hash: deps.keys.hash('identifier', numbers.lisa), child_id: childId })
    .execute()
  await admin
    .insertInto('guardianship')
    .values(
      (['sara', 'jonas'] as const).map((who) => ({
        child_id: childId,
        person_id: id(who),
        called: who,
        source: 'folkbokföringen',
        checked_at: fromNow(-1),
        valid_from: '2016-05-01',
      })),
    )
    .execute()
}

/** The matter has been offered to Familjestöd, who have had their time and not answered. */
export async function offerThatLapsed(childId: string) {
  const { id: matter_id } = await admin
    .selectFrom('matter')
    .select('id')
    .where('child_id', '=', childId)
    .executeTakeFirstOrThrow()
  const handover = id(`hand-over of ${childId}`)
  await admin
    .insertInto('handover')
    .values({
      child_id: childId,
      id: handover,
      matter_id,
      from_unit_id: id('furuskolan'),
      to_unit_id: id('familjestod'),
      state: 'offered',
      legal_ground: 'ej_men',
      body: Buffer.from('sealed'),
      made_by: id('maja'),
      made_at: fromNow(-400),
      offered_at: fromNow(-400),
      lapses_at: fromNow(-1),
    })
    .execute()
}

/** Something that Petra began to write and never came back to. */
export const oldDraft = (form: string) =>
  admin
    .insertInto('draft')
    .values({
      person_id: id('petra'),
      engagement_id: engagementOf('petra'),
      form,
      body: Buffer.from('sealed'),
      saved_at: fromNow(-400),
      expires_at: fromNow(-1),
    })
    .execute()
