import { addDays } from '#shared/dates.ts'
import type { ItemKind, WheelArea } from '#shared/schema.ts'
import { assign, type Subject } from './child.ts'
import { hasPlan, nurseLeads } from './layout.ts'
import { bodies } from './texts.ts'

/** Where a story began, in days before today. */
const begun = 80
const areas: readonly WheelArea[] = ['learning', 'health', 'home', 'relationships']

/** Something was noticed. With a plan to come: the family was told, the voices gathered, and it was thought through. */
export function addMatter(child: Subject, gathered: boolean): string {
  const { add, childId, newId, principal, teacher, ago } = child
  const matterId = newId()
  add('matter', {
    child_id: childId,
    id: matterId,
    secrecy_unit_id: principal.secrecyUnitId,
    opened_at: ago(gathered ? begun : 1),
  })
  responsible(child, matterId, 'best_interests_lead')
  assign(child, principal, 'work', begun)
  addNoticing(child, matterId, gathered)
  if (!gathered) {
    addTask(child, 'receive_noticing', principal.engagementId, 1)
    return matterId
  }
  assign(child, teacher, 'work', begun - 4)
  if (nurseLeads(child.n)) responsible(child, matterId, 'collaboration_lead')
  addTalks(child, matterId)
  addGathering(child, matterId)
  return matterId
}

function responsible(child: Subject, matterId: string, kind: 'best_interests_lead' | 'collaboration_lead') {
  const { unitId, engagementId } = kind === 'best_interests_lead' ? child.principal : child.nurse
  child.add('responsibility', {
    child_id: child.childId,
    id: child.newId(),
    matter_id: matterId,
    kind,
    unit_id: unitId,
    engagement_id: engagementId,
    during: `[${child.ago(hasPlan(child.n) ? begun : 1).toISOString()},)`,
  })
}

function addItem(
  child: Subject,
  kind: ItemKind,
  matterId: string | null,
  daysAgo: number,
  body: unknown,
): string {
  const { add, childId, newId, box, ago } = child
  const itemId = newId()
  const { personId, engagementId, secrecyUnitId } = child.teacher
  add('item', {
    child_id: childId,
    id: itemId,
    matter_id: matterId,
    kind,
    secrecy_unit_id: secrecyUnitId,
    readers: kind === 'statement' ? 'meeting' : 'unit',
    author_id: personId,
    author_engagement_id: engagementId,
    made_at: ago(daysAgo),
  })
  add('item_version', {
    child_id: childId,
    item_id: itemId,
    version: 1,
    body: box.seal({ table: 'item_version', column: 'body', row: itemId, version: 1 }, body),
    written_by: personId,
    written_at: ago(daysAgo),
  })
  return itemId
}

function addNoticing(child: Subject, matterId: string, decided: boolean) {
  const { add, childId, principal, teacher, ago } = child
  const day = decided ? begun : 1
  const itemId = addItem(child, 'noticing', null, day, bodies.noticing)
  add('noticing', {
    child_id: childId,
    item_id: itemId,
    to_unit_id: principal.unitId,
    sender_id: teacher.personId,
    sender_engagement_id: teacher.engagementId,
    on_behalf: false,
    areas: areas.slice(0, 2),
    sent_at: ago(day),
  })
  add('noticing_handling', {
    child_id: childId,
    item_id: itemId,
    matter_id: matterId,
    unit_id: principal.unitId,
    opened_at: decided ? ago(begun - 1) : null,
    decision: decided ? 'gathering' : null,
    decided_at: decided ? ago(begun - 1) : null,
    decided_by: decided ? principal.personId : null,
  })
}

function addTalks(child: Subject, matterId: string) {
  for (const personId of [...child.guardians, null])
    child.add('family_talk', {
      child_id: child.childId,
      id: child.newId(),
      matter_id: matterId,
      person_id: personId,
      is_child: personId === null,
      told_on: addDays(child.today, 3 - begun),
      way: 'meeting',
      noted_by: child.principal.personId,
      noted_at: child.ago(begun - 3),
    })
}

function addGathering(child: Subject, matterId: string) {
  const { add, childId, newId, principal, ago } = child
  add('gathering', {
    child_id: childId,
    id: newId(),
    matter_id: matterId,
    secrecy_unit_id: principal.secrecyUnitId,
    areas: [...areas],
    started_at: ago(begun - 4),
    started_by: principal.personId,
    ended_at: ago(begun - 14),
  })
  for (const area of areas) {
    addStatement(child, matterId, area, null)
    addStatement(child, matterId, area, child.guardians[0] ?? null)
  }
  const analysis = addItem(child, 'analysis', matterId, begun - 14, bodies.analysis)
  add('decision', {
    child_id: childId,
    id: newId(),
    matter_id: matterId,
    analysis_item_id: analysis,
    outcome: 'collaboration',
    decided_at: ago(begun - 14),
    decided_by: principal.personId,
  })
}

/** By a guardian, or by the child itself. */
function addStatement(child: Subject, matterId: string, area: WheelArea, personId: string | null) {
  const itemId = addItem(child, 'statement', matterId, begun - 8, bodies.statement)
  child.add('statement', {
    child_id: child.childId,
    item_id: itemId,
    matter_id: matterId,
    area,
    voice: personId === null ? 'child' : 'guardian',
    voice_person_id: personId,
    has_working: true,
    has_challenging: true,
    obtained: 'talk',
    wording: 'scale',
    said_on: addDays(child.today, 8 - begun),
  })
}

export function addTask(
  child: Subject,
  kind: 'receive_noticing' | 'follow_up' | 'agree_to_plan' | 'call_meeting',
  engagementId: string,
  dueInDays: number,
) {
  child.add('task', {
    child_id: child.childId,
    id: child.newId(),
    kind,
    engagement_id: engagementId,
    due_on: addDays(child.today, dueInDays),
    made_at: child.ago(1),
  })
}
