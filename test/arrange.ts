import { sql } from 'kysely'
import { paths } from '#shared/paths.ts'
import type { PartyPart, WheelArea } from '#shared/schema.ts'
import type { Box } from '#shared/vault.ts'
import { admin, as, assign, deps, engagementOf, id, inHours, lisa, noon, type Person } from '#test/world.ts'

// Puts Lisa somewhere in the process, straight into the tables: for tests of what comes after.

type Staff = Parameters<typeof engagementOf>[0]
export const lisasMatter = id('lisas matter')
export const lisasBox = (): Promise<Box> => deps.vault.box(admin, lisa)

/** Lisa's matter is open since then, and Maja is her BBA. */
export async function matterSince(since: Date) {
  await admin.transaction().execute(async (trx) => {
    await trx
      .insertInto('matter')
      .values({ child_id: lisa, id: lisasMatter, secrecy_unit_id: id('wall furuskolan'), opened_at: since })
      .execute()
    await trx
      .insertInto('responsibility')
      .values({
        child_id: lisa,
        id: deps.newId(),
        matter_id: lisasMatter,
        kind: 'best_interests_lead',
        unit_id: id('furuskolan'),
        engagement_id: engagementOf('maja'),
        during: `[${since.toISOString()},)`,
      })
      .execute()
  })
}

/** Something was noticed yesterday; Maja is BBA and works with Lisa, and so does Petra if `with` says so. */
export async function openMatter({ with: colleagues = [] }: { with?: readonly Staff[] } = {}) {
  await matterSince(new Date(noon.getTime() - 86_400_000))
  for (const who of ['maja', ...colleagues] as const) await assign(who, lisa, 'work')
}

/** It is noted that they were told what the model is. */
export async function tellFamily(...people: readonly ('sara' | 'jonas' | 'lisaSelf')[]) {
  await admin
    .insertInto('family_talk')
    .values(
      people.map((person) => ({
        child_id: lisa,
        id: deps.newId(),
        matter_id: lisasMatter,
        person_id: id(person),
        is_child: person === 'lisaSelf',
        told_on: '2026-11-23',
        way: 'meeting' as const,
        noted_by: id('maja'),
        noted_at: noon,
      })),
    )
    .execute()
}

/** Somebody in the family is reached on this telephone. */
export async function reachedOn(person: 'sara' | 'jonas', phone: string) {
  const row = deps.newId()
  const place = { table: 'person_contact', column: 'body', row, version: 1 } as const
  const body = (await deps.vault.box(admin, id(person))).seal(place, { phone })
  await admin
    .insertInto('person_contact')
    .values({ person_id: id(person), id: row, body })
    .execute()
}

/** There is a reason why a guardian must not know: everything about Lisa, or one thing. */
export async function bar(person: Person, thing?: string) {
  const row = deps.newId()
  const body = (await lisasBox()).seal({ table: 'bar', column: 'body', row, version: 1 }, { why: 'Skäl' })
  await admin
    .insertInto('bar')
    .values({
      child_id: lisa,
      id: row,
      person_id: id(person),
      thing_id: thing ?? null,
      decided_by: id('maja'),
      decided_at: noon,
    })
    .execute()
  await admin
    .insertInto('bar_reason')
    .values({
      child_id: lisa,
      bar_id: row,
      secrecy_unit_id: id('wall furuskolan'),
      body,
      written_by: id('maja'),
    })
    .execute()
}

/** Sara and Jonas have said yes to a unit, for three months, and it takes part in plan and meetings. */
export async function joined(
  who: Staff,
  unit: string,
  part: PartyPart = 'whole',
  areas: WheelArea[] = ['learning'],
) {
  const consentId = id(`consent for ${unit}`)
  const until = new Date(noon.getTime() + 90 * 86_400_000)
  const body = (await lisasBox()).seal(
    { table: 'consent', column: 'body', row: consentId, version: 1 },
    { purpose: 'Lugnare morgnar' },
  )
  await admin
    .insertInto('consent')
    .values({
      child_id: lisa,
      id: consentId,
      matter_id: lisasMatter,
      secrecy_unit_id: id('wall furuskolan'),
      body,
      text_version: 'test',
      language: 'sv',
      interpreter: false,
      child_part: 'heard',
      valid_from: noon,
      valid_to: until,
      asked_by: id('maja'),
      asked_at: noon,
    })
    .execute()
  await admin
    .insertInto('consent_unit')
    .values({ child_id: lisa, consent_id: consentId, unit_id: id(unit), areas })
    .execute()
  for (const person of ['sara', 'jonas'] as const) {
    const signer = id(`${person} signs ${unit}`)
    await admin
      .insertInto('consent_signer')
      .values({ child_id: lisa, consent_id: consentId, id: signer, person_id: id(person), is_child: false })
      .execute()
    await answer(consentId, unit, signer, person, 'yes', 1)
  }
  await assign(who, lisa, 'party')
  await admin
    .insertInto('access_grant')
    .values({
      child_id: lisa,
      id: id(`grant to ${unit}`),
      kind: 'party',
      part,
      reads_from: new Date(noon.getTime() - 86_400_000),
      from_secrecy_unit_id: id('wall furuskolan'),
      to_unit_id: id(unit),
      legal_ground: 'samtycke',
      consent_id: consentId,
      decided_by: id('maja'),
      decided_at: noon,
      valid_to: until,
    })
    .execute()
}

async function answer(
  consentId: string,
  unit: string,
  signer: string,
  person: Person,
  said: 'yes' | 'withdrawn',
  seq: number,
) {
  await admin
    .insertInto('consent_answer')
    .values({
      child_id: lisa,
      consent_id: consentId,
      id: deps.newId(),
      signer_id: signer,
      unit_id: id(unit),
      seq,
      answer: said,
      way: 'in_app',
      answered_at: noon,
      noted_by: id(person),
      noted_at: noon,
    })
    .execute()
}

/** One of the parents takes the yes back. */
export const takeBack = (person: 'sara' | 'jonas', unit: string) =>
  answer(id(`consent for ${unit}`), unit, id(`${person} signs ${unit}`), person, 'withdrawn', 2)

/** Lisa is marked as protected, as the unit notes it: through the form. Maja is told who and where. */
export const markAsProtected = () =>
  as('maja').post(paths.shield.show.to({ childId: lisa }), {
    submission: lisasMark,
    who: 'barnet',
    kind: 'sekretessmarkering',
    source: 'skatteverket',
    markedOn: '2026-11-24',
  })
export const lisasMark = id('lisas mark')

/** Lisa is protected: her name lies in none of the ordinary columns. */
export const protectLisa = (
  protection: 'sekretessmarkering' | 'skyddad_folkbokforing' = 'sekretessmarkering',
) =>
  admin
    .updateTable('child')
    .set({
      protection,
      given_name: null,
      family_name: null,
      born_on: null,
      identity_sealed: Buffer.from('x'),
    })
    .where('id', '=', lisa)
    .execute()

/** They are protected: their names lie in none of the ordinary columns. */
export const protectPeople = (...who: readonly Parameters<typeof id>[0][]) =>
  admin
    .updateTable('person')
    .set({
      protection: 'sekretessmarkering',
      given_name: null,
      family_name: null,
      identity_sealed: Buffer.from('x'),
    })
    .where('id', 'in', who.map(id))
    .execute()

/** Maja is to talk with the family. */
export const talkWaits = (task: { id?: string; due_on?: string; made_at?: Date } = {}) =>
  admin
    .insertInto('task')
    .values({
      child_id: lisa,
      id: deps.newId(),
      kind: 'talk_with_family',
      engagement_id: engagementOf('maja'),
      due_on: '2026-11-30',
      made_at: inHours(-1),
      ...task,
    })
    .execute()

/** Whose engagement is accountable for Lisa at a moment; null: nobody's. */
export async function accountableAt(moment: Date): Promise<string | null | undefined> {
  const { rows } = await sql<{ who: string | null }>`
    select accountable_engagement(${lisa}, ${moment}) as who`.execute(admin)
  return rows[0]?.who
}

/** The tenure that goes on: what the page of whoever asks has seen. */
export const openTenure = async (): Promise<string> =>
  (
    await admin
      .selectFrom('responsibility')
      .select('id')
      .where(sql<boolean>`upper_inf(during)`)
      .executeTakeFirstOrThrow()
  ).id
