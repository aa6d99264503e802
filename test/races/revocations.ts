import { sql } from 'kysely'
import { paths } from '#shared/paths.ts'
import { actions } from '#test/arrange-plan.ts'
import type { Form, Observer } from '#test/noninterference/client.ts'
import { admin, engagementOf, id, lisa, sessionOf, setClock } from '#test/world.ts'

// Every way in which somebody stops having the right to read about Lisa.

const to = { childId: lisa }
const plan = paths.plan.show.to(to)

export type Sent = { who: Observer; path: string; form?: Form }
export type Page = { path: string; holds: string }
export type Revocation = {
  name: string
  /** From whom. */
  from: Observer
  /** Pages, and what is on them until then and not after. */
  pages: readonly Page[]
  /** What they can write until then. */
  writes?: Sent
  /** A form that somebody sends, or what another system tells the database. */
  by: Sent | (() => Promise<unknown>)
}

const wholePlan: readonly Page[] = [
  { path: plan, holds: 'Samma morgonbilder' },
  { path: paths.child.to(to), holds: 'Lisa' },
  { path: paths.children.to({}), holds: 'Lisa' },
  { path: paths.plan.versions.to(to), holds: 'Lisa' },
]
const planOnly: readonly Page[] = [
  { path: plan, holds: 'Samma morgonbilder' },
  { path: paths.plan.versions.to(to), holds: 'Lisa' },
  { path: paths.timeline.to(to), holds: 'Lisa' },
]
const notes = (who: Observer): Sent => ({
  who,
  path: paths.wheel.notes.to(to),
  form: { text: 'Ringde mamma.' },
})
const agrees = (who: Observer, key: string): Sent => ({
  who,
  path: paths.plan.agree.to(to),
  form: { [`answer-${key}`]: 'agrees' },
})

export const revocations: readonly Revocation[] = [
  {
    name: 'Sara takes her yes to Familjestöd back',
    from: 'ali',
    pages: wholePlan,
    writes: agrees('ali', id('familjestod')),
    by: {
      who: 'sara',
      path: paths.sharing.takeBack.to({ ...to, consentId: id('consent for familjestod') }),
      form: { unit: id('familjestod') },
    },
  },
  {
    name: 'Maja ends what Familjestöd reads',
    from: 'ali',
    pages: planOnly,
    writes: agrees('ali', id('familjestod')),
    by: { who: 'maja', path: paths.sharing.end.to({ ...to, grantId: id('grant to familjestod') }) },
  },
  {
    name: 'Sara ends the collaboration',
    from: 'ingrid',
    pages: [{ path: plan, holds: 'Simskola' }],
    by: { who: 'sara', path: paths.plan.end.to(to) },
  },
  {
    name: 'Maja bars Jonas from everything',
    from: 'jonas',
    pages: planOnly,
    writes: agrees('jonas', id('jonas')),
    by: {
      who: 'maja',
      path: paths.family.bar.to(to),
      form: { person: id('jonas'), thing: 'allt', why: 'Det finns skäl.' },
    },
  },
  {
    name: 'Maja bars Jonas from one action',
    from: 'jonas',
    pages: [
      { path: plan, holds: 'Samma morgonbilder' },
      { path: paths.plan.childsReading.to(to), holds: 'samma bilder' },
    ],
    by: {
      who: 'maja',
      path: paths.family.bar.to(to),
      form: { person: id('jonas'), thing: actions.pictures, why: 'Det finns skäl.' },
    },
  },
  {
    name: 'Jonas is no longer a guardian',
    from: 'jonas',
    pages: wholePlan,
    writes: agrees('jonas', id('jonas')),
    by: () =>
      admin
        .updateTable('guardianship')
        .set({ valid_to: '2026-11-24' })
        .where('child_id', '=', lisa)
        .where('person_id', '=', id('jonas'))
        .execute(),
  },
  {
    name: 'Petra no longer works at the school',
    from: 'petra',
    pages: wholePlan,
    writes: notes('petra'),
    by: () =>
      admin
        .updateTable('engagement')
        .set({ valid_to: '2026-11-23' })
        .where('id', '=', engagementOf('petra'))
        .execute(),
  },
  {
    name: 'Maja takes the work back from Petra',
    from: 'petra',
    pages: planOnly,
    writes: notes('petra'),
    by: { who: 'maja', path: paths.wheel.takeBack.to({ ...to, assignmentId: id('petra works') }) },
  },
  {
    name: 'Lisa turns eighteen',
    from: 'sara',
    pages: wholePlan,
    writes: agrees('sara', id('sara')),
    by: async () => setClock(new Date('2026-11-24T23:00:01Z')),
  },
  {
    name: 'Sara’s session is ended',
    from: 'sara',
    pages: wholePlan,
    writes: agrees('sara', id('sara')),
    by: () => sql`update session set ended_at = now() where token_hash = ${sessionOf('sara')}`.execute(admin),
  },
]
