import { admin, deps, engagementOf, id, lisa } from '#test/world.ts'

/** A number for tests, from Skatteverket's public list. */
export const lisasNumber = '20170101-2393'
/** Another from the list, which nobody here has. */
export const nobodysNumber = '18990913-9801'

/** Lisa can be found by her number, whoever knows it in full. */
export const giveLisaANumber = () =>
  admin
    .insertInto('identifier_hash')
    .values({ hash: deps.keys.hash('identifier', lisasNumber.replace('-', '')), child_id: lisa })
    .execute()

/** Furuskolan and Lillåskolan are of one authority. Maja reviews both logs, and Stig stands in. */
export async function appointReviewers() {
  await admin
    .updateTable('secrecy_unit')
    .set({ authority_id: id('authority furuskolan') })
    .where('id', '=', id('wall lillaskolan'))
    .execute()
  await admin
    .insertInto('unit_function')
    .values(
      ['furuskolan', 'lillaskolan'].map((unit) => ({
        unit_id: id(unit),
        kind: 'log_reviewer' as const,
        holder_engagement_id: engagementOf('maja'),
        stand_in_engagement_id: engagementOf('stig'),
      })),
    )
    .execute()
}
