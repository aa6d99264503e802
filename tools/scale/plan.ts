import { addDays } from '#shared/dates.ts'
import type { PlanPartKind } from '#shared/schema.ts'
import { assign, type Subject } from './child.ts'
import { nurseLeads } from './layout.ts'
import { addTask } from './matter.ts'
import type { Worker } from './staff.ts'
import { bodies, planTexts } from './texts.ts'

export type PlanIds = { planId: string; goalId: string; actionId: string; nurseWrites: boolean }

/** In days before today: when each version of the plan was written. */
const versions = [60, 30, 10] as const
/** The version that every plan is in. */
export const seededPlanVersion = versions.length
const actionCount = 10
const changedActions = 4

/** A plan with ten actions, two units that the family has let in, and a day when it is looked at again. */
export function addPlan(child: Subject, matterId: string): PlanIds {
  const { add, childId, newId, n, ago, nurse, familySupport } = child
  const planId = newId()
  const followUpIn = 1 + (n % 60)
  add('plan', {
    child_id: childId,
    id: planId,
    matter_id: matterId,
    made_at: ago(versions[0]),
    follow_up_at: ago(-followUpIn),
  })
  add('plan_head', { child_id: childId, plan_id: planId, version: seededPlanVersion })
  const consentId = addConsent(child, matterId)
  for (const worker of [nurse, familySupport]) letIn(child, worker, consentId)
  const goals = planTexts.goals.map((body) => addPart(child, planId, { kind: 'goal', body, areas: ['home'] }))
  const actionIds = Array.from({ length: actionCount }, (_, place) =>
    addAction(child, planId, goals[place % goals.length] ?? newId(), place),
  )
  for (const worker of [child.principal, nurse, familySupport])
    addPart(child, planId, { kind: 'contact', body: {}, worker })
  addPart(child, planId, { kind: 'if_worse', body: planTexts.ifWorse })
  addAround(child, matterId, planId)
  const lead = nurseLeads(n) ? nurse : child.principal
  addTask(child, 'follow_up', lead.engagementId, followUpIn)
  if (n % 9 === 0) addTask(child, 'agree_to_plan', nurse.engagementId, n % 14)
  if (n % 15 === 0) addTask(child, 'call_meeting', child.teacher.engagementId, n % 14)
  return { planId, goalId: goals[0] ?? '', actionId: actionIds[0] ?? '', nurseWrites: nurseLeads(n) }
}

type Part = {
  kind: PlanPartKind
  body: unknown
  areas?: 'home'[]
  goalId?: string
  worker?: Worker
  /** It was written anew in the second version. */
  changed?: boolean
}

function addPart(child: Subject, planId: string, part: Part): string {
  const partId = child.newId()
  const last = part.changed ? 2 : 1
  for (let version = 1; version <= last; version++) addPartVersion(child, planId, partId, part, version, last)
  return partId
}

function addPartVersion(
  child: Subject,
  planId: string,
  partId: string,
  part: Part,
  version: number,
  last: number,
) {
  const { add, childId, box, today, ago } = child
  const isAction = part.kind === 'action'
  const over = version < last
  add('plan_part', {
    child_id: childId,
    plan_id: planId,
    part_id: partId,
    from_version: version,
    seal: version,
    to_version: over ? version + 1 : null,
    made_at: ago(versions[0]),
    to_at: over ? ago(versions[1]) : null,
    kind: part.kind,
    goal_id: part.goalId ?? null,
    areas: part.areas ?? [],
    unit_id: part.worker?.unitId ?? null,
    engagement_id: part.worker?.engagementId ?? null,
    starts_on: isAction ? addDays(today, -versions[0]) : null,
    ends_on: isAction ? addDays(today, 60) : null,
    state: isAction ? 'ongoing' : null,
    body: box.seal({ table: 'plan_part', column: 'body', row: partId, version }, part.body),
    written_by: child.principal.personId,
    written_at: ago(versions[version - 1] ?? versions[0]),
  })
}

function addAction(child: Subject, planId: string, goalId: string, place: number): string {
  const { principal, nurse, familySupport } = child
  const worker = [principal, nurse, familySupport][place % 3] ?? principal
  const body = planTexts.action(place)
  return addPart(child, planId, { kind: 'action', body, goalId, worker, changed: place < changedActions })
}

function addConsent(child: Subject, matterId: string): string {
  const { add, childId, newId, box, principal, nurse, familySupport, guardians, ago } = child
  const consentId = newId()
  const place = { table: 'consent', column: 'body', row: consentId, version: 1 }
  add('consent', {
    child_id: childId,
    id: consentId,
    matter_id: matterId,
    secrecy_unit_id: principal.secrecyUnitId,
    body: box.seal(place, bodies.consent),
    text_version: 'scale',
    language: 'sv',
    interpreter: false,
    child_part: 'heard',
    valid_from: ago(64),
    valid_to: ago(-300),
    asked_by: principal.personId,
    asked_at: ago(64),
  })
  for (const { unitId } of [nurse, familySupport])
    add('consent_unit', {
      child_id: childId,
      consent_id: consentId,
      unit_id: unitId,
      areas: ['health', 'home'],
    })
  for (const personId of guardians) {
    const signerId = newId()
    add('consent_signer', {
      child_id: childId,
      consent_id: consentId,
      id: signerId,
      person_id: personId,
      is_child: false,
    })
    for (const { unitId } of [nurse, familySupport])
      add('consent_answer', {
        child_id: childId,
        consent_id: consentId,
        id: newId(),
        signer_id: signerId,
        unit_id: unitId,
        seq: 1,
        answer: 'yes',
        way: 'in_app',
        answered_at: ago(63),
        noted_by: personId,
        noted_at: ago(63),
      })
  }
  return consentId
}

/** The unit takes part, and the one it has named works with the child. */
function letIn(child: Subject, worker: Worker, consentId: string) {
  child.add('access_grant', {
    child_id: child.childId,
    id: child.newId(),
    kind: 'party',
    part: 'whole',
    reads_from: child.ago(62),
    from_secrecy_unit_id: child.principal.secrecyUnitId,
    to_unit_id: worker.unitId,
    legal_ground: 'samtycke',
    consent_id: consentId,
    decided_by: child.principal.personId,
    decided_at: child.ago(62),
    valid_to: child.ago(-300),
  })
  assign(child, worker, 'party', 62)
}

/** Everybody goes along, and the timeline tells what has happened. */
function addAround(child: Subject, matterId: string, planId: string) {
  const { add, childId, newId, principal, nurse, familySupport, guardians, ago } = child
  const agree = (of: { unit_id?: string; person_id?: string; is_child?: boolean }) =>
    add('agreement', {
      child_id: childId,
      plan_id: planId,
      id: newId(),
      unit_id: of.unit_id ?? null,
      person_id: of.person_id ?? null,
      is_child: of.is_child ?? false,
      answer: 'agrees',
      answered_at: ago(59),
      noted_by: principal.personId,
    })
  for (const { unitId } of [principal, nurse, familySupport]) agree({ unit_id: unitId })
  for (const personId of guardians) agree({ person_id: personId })
  agree({ is_child: true })
  const events = [
    ['noticed', 80],
    ['family_told', 77],
    ['plan_started', versions[0]],
    ['plan_changed', versions[1]],
    ['plan_changed', versions[2]],
  ] as const
  for (const [kind, daysAgo] of events)
    add('plan_event', { child_id: childId, id: newId(), matter_id: matterId, kind, at: ago(daysAgo) })
}
