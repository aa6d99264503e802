import { addDays, swedishMoment } from '#shared/dates.ts'
import type { Trx } from '#shared/db.ts'
import { entries } from '../county/entries.ts'
import { demoId, idOf, units } from '../county/index.ts'

/** What each unit says of itself: proposals, until somebody in the unit has written. */
export async function addDirectory(trx: Trx, at: Date, demoDay: string) {
  await trx
    .insertInto('unit_entry')
    .values(
      units.map(({ slug, kind }) => {
        const { ages, contacts: _, staff: __, can, cannot, needs, ...told } = entries[kind]
        return {
          ...told,
          unit_id: idOf.unit(slug),
          version: 1,
          id: demoId(`entry:${slug}`),
          can: can.join('\n'),
          cannot: cannot.join('\n'),
          from_age: ages[0],
          to_age: ages[1],
          needs: [...needs],
          proposal: true,
          saved_by: null,
          saved_at: at,
        }
      }),
    )
    .execute()
  await trx.insertInto('unit_contact').values(units.flatMap(contactsOf)).execute()
  await addTimes(trx, at, demoDay)
}

function contactsOf({ slug, kind, phone }: (typeof units)[number]) {
  const { contacts, staff } = entries[kind]
  return [...contacts, ...staff].map((what, place) => ({
    unit_id: idOf.unit(slug),
    version: 1,
    place,
    what,
    phone,
    for_everybody: place < contacts.length,
  }))
}

/** Times to ask, with no child named: at those whom others ask most. */
const asked = new Set(['child_psychiatry', 'habilitation', 'social_services', 'pupil_health'])
const addTimes = (trx: Trx, at: Date, demoDay: string) =>
  trx
    .insertInto('consultation_time')
    .values(
      units
        .filter(({ kind }) => asked.has(kind))
        .flatMap(({ slug }) =>
          [2, 9].map((days) => ({
            unit_id: idOf.unit(slug),
            id: demoId(`time:${slug} ${days}`),
            starts_at: swedishMoment(addDays(demoDay, days), '13:00'),
            minutes: 30,
            offered_by: null,
            offered_at: at,
          })),
        ),
    )
    .execute()
