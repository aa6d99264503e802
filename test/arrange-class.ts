import { admin, assign, deps, engagementOf, id, inHours, noon } from '#test/world.ts'

type Staff = Parameters<typeof engagementOf>[0]

/** A pupil of Furuskolan about whom something is open since yesterday. The matter has the child's own id. */
export async function pupil(slug: string, givenName: string, familyName: string, lead: Staff = 'maja') {
  const childId = id(slug)
  const born = { given_name: givenName, family_name: familyName, born_on: '2014-05-01', made_at: noon }
  await admin
    .insertInto('child')
    .values({ id: childId, ...born })
    .execute()
  await deps.vault.newBox(admin, childId)
  await admin
    .insertInto('child_placement')
    .values({ child_id: childId, id: deps.newId(), unit_id: id('furuskolan'), valid_from: '2020-08-15' })
    .execute()
  await admin.transaction().execute(async (trx) => {
    await trx
      .insertInto('matter')
      .values({
        child_id: childId,
        id: childId,
        secrecy_unit_id: id('wall furuskolan'),
        opened_at: inHours(-24),
      })
      .execute()
    await trx
      .insertInto('responsibility')
      .values({
        child_id: childId,
        id: id(`tenure of ${slug}`),
        matter_id: childId,
        kind: 'best_interests_lead',
        unit_id: id('furuskolan'),
        engagement_id: engagementOf(lead),
        during: `[${inHours(-24).toISOString()},)`,
      })
      .execute()
  })
  await assign(lead, childId, 'work')
  return childId
}
