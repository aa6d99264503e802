import { municipalities } from '#modules/knowledge'
import { addDays, type Day } from '#shared/dates.ts'
import type { Trx } from '#shared/db.ts'
import type { SecrecyKind, UnitKind } from '#shared/schema.ts'
import type { Vault } from '#shared/vault.ts'
import { nameFor } from '../scale/names.ts'
import { type Authority, type County, comeIn, type Unit, type Worker } from './county.ts'

type Raising = {
  admin: Trx
  vault: Vault
  newId: () => string
  children: number
  today: Day
  county: County
}

/** The county as it is when the program is taken into use: what an operator enters, before anybody can sign in. */
export async function raise(from: Omit<Raising, 'county'>): Promise<County> {
  const county: County = { units: [], authorities: [], workers: new Map() }
  const raising = { ...from, county }
  const { admin, children } = raising
  await admin
    .insertInto('municipality')
    .values([...municipalities])
    .execute()
  const schools = Math.max(1, Math.round(children / (municipalities.length * 600)))
  const region = await addAuthority(raising, 'Regionen', null)
  const health = await addWall(raising, region, 'health')
  for (const { code, name } of municipalities) {
    await addUnit(raising, region, health, 'child_health', `BVC ${name}`, code)
    const board = await addAuthority(raising, `Nämnden i ${name}`, code)
    const wall = await addWall(raising, board, 'school')
    await addUnit(raising, board, wall, 'reception', `Mottagningen ${name}`, code)
    for (let n = 1; n <= schools; n++)
      await addUnit(raising, board, wall, 'compulsory_school', `Grundskolan ${name} nr ${n}.`, code)
    await addUnit(raising, board, wall, 'upper_secondary_school', `Gymnasiet ${name}`, code)
    const own = await addWall(raising, board, 'social')
    await addUnit(raising, board, own, 'activity_responsibility', `Aktivitetsansvaret ${name}`, code)
    const free = await addAuthority(raising, `Friskolan i ${name} AB`, code)
    const ownWall = await addWall(raising, free, 'independent_school')
    await addUnit(raising, free, ownWall, 'compulsory_school', `Friskolan ${name}`, code)
  }
  await addUnit(raising, region, health, 'midwifery', 'Barnmorskorna i länet', '0780')
  for (const authority of county.authorities) await appointFirst(raising, authority)
  return county
}

async function addAuthority({ admin, newId, county }: Raising, name: string, code: string | null) {
  const authority: Authority = { id: newId(), units: [], administrators: [], fallbacks: [] }
  const kind = code ? 'municipal_board' : 'region'
  await admin
    .insertInto('authority')
    .values({ id: authority.id, kind, name, municipality_code: code })
    .execute()
  county.authorities.push(authority)
  return authority
}

async function addWall({ admin, newId }: Raising, authority: Authority, kind: SecrecyKind) {
  const id = newId()
  await admin
    .insertInto('secrecy_unit')
    .values({ id, authority_id: authority.id, kind, name: kind })
    .execute()
  return id
}

async function addUnit(
  raising: Raising,
  authority: Authority,
  wall: string,
  kind: UnitKind,
  name: string,
  municipality: string,
) {
  const { admin, newId, today, county } = raising
  const id = newId()
  await admin
    .insertInto('unit')
    .values({ id, secrecy_unit_id: wall, kind, name, municipality_code: municipality })
    .execute()
  const served = kind === 'midwifery' ? municipalities.map(({ code }) => code) : [municipality]
  await admin
    .insertInto('unit_serves')
    .values(served.map((code) => ({ unit_id: id, municipality_code: code })))
    .execute()
  const unit: Unit = {
    id,
    name,
    kind,
    wall,
    municipality,
    authority,
    workers: [],
    shutTo: undefined,
    closed: [],
    holder: undefined,
    standIn: undefined,
  }
  for (let n = 0; n < 4; n++) await addFirstWorker(raising, unit, addDays(today, -365))
  const [holder, standIn] = unit.workers
  if (!holder || !standIn) throw new Error('nobody works there')
  Object.assign(unit, { holder, standIn })
  await admin
    .insertInto('unit_function')
    .values({
      unit_id: id,
      kind: 'best_interests_lead',
      holder_engagement_id: holder.engagementId,
      stand_in_engagement_id: standIn.engagementId,
    })
    .execute()
  authority.units.push(unit)
  county.units.push(unit)
}

async function addFirstWorker(raising: Raising, unit: Unit, from: Day) {
  const { admin, vault, newId } = raising
  const [personId, engagementId] = [newId(), newId()]
  await admin
    .insertInto('person')
    .values({ id: personId, is_staff: true, ...nameFor(unit.workers.length) })
    .execute()
  await vault.newBox(admin, personId)
  await admin
    .insertInto('engagement')
    .values({
      id: engagementId,
      person_id: personId,
      unit_id: unit.id,
      title: 'medarbetare',
      valid_from: from,
    })
    .execute()
  await comeIn(raising, unit, { engagementId, personId, from, last: undefined })
}

/** Two who administer, and one who takes what nobody else has. */
async function appointFirst({ admin, today }: Raising, authority: Authority) {
  const all = authority.units.flatMap(({ workers }) => workers)
  authority.administrators = [...all.slice(2, 4), ...all.slice(6, 7)]
  authority.fallbacks = all.slice(3, 4)
  const row = (kind: 'local_administrator' | 'fallback_lead') => (worker: Worker) => ({
    authority_id: authority.id,
    kind,
    engagement_id: worker.engagementId,
    valid_from: addDays(today, -1),
  })
  await admin
    .insertInto('authority_function')
    .values([
      ...authority.administrators.map(row('local_administrator')),
      ...authority.fallbacks.map(row('fallback_lead')),
    ])
    .execute()
}
