import { admin, engagementOf, id, type Person } from '#test/world.ts'
import { carries, type Happening } from './county.ts'

// A protected child's plan, meetings and readers, where the secret is not that they are there, but where: what the school
// is called, whom it belongs to, its town, its telephone, and what those who work there are called.

const workers = ['maja', 'stig', 'petra'] as const
const outside: readonly string[] = ['sara', 'jonas', 'lisaSelf', 'ali', 'sofia', 'ingrid'] satisfies Person[]

const livesElsewhere = async () => {
  const named = { name: 'Hemlighetsskolan' }
  const school = id('furuskolan')
  await admin
    .updateTable('unit')
    .set({ ...named, phone: '0980-319 299', municipality_code: '0781' })
    .where('id', '=', school)
    .execute()
  await admin.updateTable('secrecy_unit').set(named).where('id', '=', id('wall furuskolan')).execute()
  await admin
    .updateTable('authority')
    .set({ name: 'Hemlighetsnämnden', municipality_code: '0781' })
    .where('id', '=', id('authority furuskolan'))
    .execute()
  for (const who of workers) {
    await admin.updateTable('person').set({ family_name: 'Hemlin' }).where('id', '=', id(who)).execute()
    await admin
      .updateTable('engagement')
      .set({ phone: '0980-319 298' })
      .where('id', '=', engagementOf(who))
      .execute()
  }
}

export const where: Readonly<Record<string, Happening>> = {
  'the protected child, with a plan, is somewhere else than they think': {
    happens: livesElsewhere,
    needs: [
      'Lisa is protected',
      'the plan',
      'a meeting',
      'Jonas does not agree',
      'Lisa says what helps, alone',
      'Familjestöd read the plan yesterday',
      'what Petra has seen',
    ],
    // A brother or sister whose place is shown goes to the same school: each child has a mark of its own.
    excludes: ['a sibling in the same school', 'a matter about the sibling'],
    // The list of all units is no secret, nor what one's own town has: this is about those around the child.
    openAt: /^\/(vem-kan-hjalpa|vem-vander-jag-mig-till)/,
    noticedBy: (who, county) => carries(who, county) || !outside.includes(who),
  },
}
