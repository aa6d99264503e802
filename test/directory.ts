import type { Insertable } from 'kysely'
import type { UnitEntry } from '#shared/schema.ts'
import { admin, id, noon } from '#test/world.ts'

/** A unit has told what it does, before the story begins. */
export async function tellEntry(unit: string, told: Partial<Insertable<UnitEntry>>) {
  const here = { unit_id: id(unit), version: 1 }
  await admin
    .insertInto('unit_entry')
    .values({
      ...here,
      id: id(`entry of ${unit}`),
      mission: 'Vi hjälper barn.',
      can: 'Lyssna',
      cannot: 'Trolla',
      from_age: 0,
      to_age: 20,
      hours: 'Måndag till fredag 8–16.',
      asking: 'Ring och fråga.',
      needs: [],
      proposal: true,
      saved_by: null,
      saved_at: noon,
      ...told,
    })
    .execute()
  await admin
    .insertInto('unit_contact')
    .values([
      { ...here, place: 0, what: 'Rådgivning', phone: '031-390 06 01', for_everybody: true },
      { ...here, place: 1, what: 'Chefens nummer', phone: '031-390 06 02', for_everybody: false },
    ])
    .execute()
}

/** What Maja writes of the school, over what stood there. */
export const told = {
  version: '1',
  mission: 'Vi lär barn att läsa, och att tycka om det.',
  can: 'Extra stöd\nSamtal med kurator',
  cannot: 'Behandling: det gör vården',
  fromAge: '6',
  toAge: '15',
  hours: 'Skoldagar 8–16.',
  asking: 'Ring rektor.',
  needs: ['school', 'friends'],
  contacts: 'Rektor: 031-390 06 10',
  staffContacts: 'Specialpedagog: 031-390 06 11',
}
