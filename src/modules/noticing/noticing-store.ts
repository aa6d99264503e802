import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { addItem } from '#modules/items'
import type { Place } from '#modules/responsibility'
import type { FamilyKnows, WheelArea } from '#shared/schema.ts'
import type { Noticing, Receiver, Urgency } from './noticing.ts'

const receivers = ({ trx }: Work) =>
  trx
    .selectFrom('unit_directory as u')
    .innerJoin('unit_function as f', (join) =>
      join.onRef('f.unit_id', '=', 'u.id').on('f.kind', '=', 'best_interests_lead'),
    )
    .select([
      'u.id as unitId',
      'u.name',
      'u.kind',
      'u.secrecy_unit_id as secrecyUnitId',
      sql<string[]>`array(select s.municipality_code from unit_serves s where s.unit_id = u.id)`.as('serves'),
    ])

/** Units that the words may mean, and the municipalities. */
export async function findReceivers(work: Work, text: string) {
  const [candidates, municipalities, own] = await Promise.all([
    receivers(work)
      .where((eb) =>
        eb.or([
          eb('u.kind', 'in', ['reception', 'midwifery', 'child_health', 'activity_responsibility']),
          sql<boolean>`position(lower(u.name) in lower(${text})) > 0`,
        ]),
      )
      .orderBy('u.id')
      .execute(),
    work.trx.selectFrom('municipality').select(['code', 'name']).orderBy('code').execute(),
    work.actor.unitId === undefined
      ? undefined
      : work.trx
          .selectFrom('unit_directory')
          .select('municipality_code')
          .where('id', '=', work.actor.unitId)
          .executeTakeFirst(),
  ])
  return { candidates, municipalities, senderMunicipality: own?.municipality_code ?? undefined }
}

/** The units where a known child is, each with a BBA function. */
export async function findPlacesOf(work: Work, childId: string): Promise<(Receiver & Place)[]> {
  const rows = await receivers(work)
    .innerJoin('child_placement as p', 'p.unit_id', 'u.id')
    .select(['p.valid_from as from', 'p.valid_to'])
    .where('p.child_id', '=', childId)
    .where('p.valid_from', '<=', work.today)
    .where((eb) => eb.or([eb('p.valid_to', 'is', null), eb('p.valid_to', '>', work.today)]))
    .orderBy('u.id')
    .execute()
  return rows.map(({ valid_to, ...place }) => ({ ...place, until: valid_to ?? undefined }))
}

/** A child that is only described. False when it is there already: the form was sent twice. */
export async function addDescribedChild({ trx, actor, at, newBox }: Work, childId: string): Promise<boolean> {
  const added = await trx
    .insertInto('child')
    .values({ id: childId, provisional: true, made_by: actor.personId, made_at: at })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  await newBox(childId)
  return true
}

export type SentNoticing = {
  childId: string
  itemId: string
  receiver: Pick<Receiver, 'unitId' | 'secrecyUnitId'>
  body: Noticing
  onBehalf: boolean
  urgency: Urgency | undefined
  familyKnows: FamilyKnows | undefined
  areas: readonly WheelArea[]
  goodNews: boolean
}

/** False when it is there already: the form was sent twice. */
export async function addNoticing(work: Work, sent: SentNoticing): Promise<boolean> {
  const { trx, actor, at } = work
  const added = await addItem(work, {
    childId: sent.childId,
    itemId: sent.itemId,
    kind: 'noticing',
    secrecyUnitId: actor.secrecyUnitId ?? sent.receiver.secrecyUnitId,
    body: sent.body,
  })
  if (!added) return false
  await trx
    .insertInto('noticing')
    .values({
      child_id: sent.childId,
      item_id: sent.itemId,
      to_unit_id: sent.receiver.unitId,
      sender_id: actor.personId,
      sender_engagement_id: actor.engagementId ?? null,
      on_behalf: sent.onBehalf,
      urgency: sent.urgency ?? null,
      family_knows: sent.familyKnows ?? null,
      areas: [...sent.areas],
      good_news: sent.goodNews,
      sent_at: at,
    })
    .execute()
  return true
}

export type Delivery = {
  childId: string
  itemId: string
  due: string
  escalates: Date
  /** The ground for telling over a wall, and for how long it may be read; ignored within one. */
  ground: string
  why: Buffer | undefined
  until: Date
}

/** Hands the noticing to the BBA function; the database chooses the person. */
export async function deliver({ trx, newId }: Work, { childId, itemId, ...way }: Delivery): Promise<void> {
  const ids = Array.from({ length: 6 }, newId)
  await sql`select deliver_noticing(${childId}, ${itemId}, ${ids}::uuid[], ${way.due}::date,
    ${way.escalates.toISOString()}::timestamptz, ${way.ground}, ${way.why ?? null}::bytea,
    ${way.until.toISOString()}::timestamptz)`.execute(trx)
}
