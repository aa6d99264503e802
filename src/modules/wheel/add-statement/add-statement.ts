import { audited, type Work } from '#modules/audit'
import { type Child, openChild, type Standing } from '#modules/children'
import { addImportantAdult, type ImportantAdult, listImportantAdults, listListeners } from '#modules/family'
import { type WheelArea, wheelAreas, wheelText } from '#modules/knowledge'
import { findUnit, listColleagues, listUnits } from '#modules/organisations'
import { findResponsible, type Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { ItemReaders } from '#shared/schema.ts'
import { tellLead } from '../tell-lead-store.ts'
import { childReaders, ownReaders, type Speaker } from '../wheel.ts'
import { mayAddStatement } from '../wheel-policy.ts'
import { addStatement as addToStore, findGathering } from '../wheel-store.ts'
import type { Preset, StatementInput } from './add-statement.form.ts'
import { type Speakers, speakerOf } from './speaker.ts'

export type StatementForm = {
  child: Child
  /** Who writes: staff for anybody, a guardian or the child for themselves. */
  by: 'staff' | 'guardian' | 'self'
  speakers: Omit<Speakers, 'adults'> & { adults: readonly ImportantAdult[] }
  areas: readonly WheelArea[]
  lead: Responsible
  today: Day
  preset: Preset
}

export const openNewStatement = (
  deps: Deps,
  asking: AskingOfChild,
  preset: Preset,
): Promise<Result<StatementForm, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-new-statement', asking, (work) => openForm(work, asking, preset))

async function openForm(
  work: Work,
  { childId }: AskingOfChild,
  preset: Preset,
): Promise<Result<StatementForm, Hidden>> {
  const known = await openChild(work, childId, mayAddStatement)
  if (!known.ok) return known
  const { child, standing } = known.value
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  // Nothing is going on that the family has been told of: there is nobody to tell.
  if (!lead) return refuse.notAllowed()
  const by = writerOf(standing)
  const gathering = by === 'staff' ? await findGathering(work, childId, lead.matterId) : undefined
  const speakers = by === 'staff' ? await findSpeakers(work, child, lead.matterId) : nobodyElse(work)
  const areas = gathering?.areas ?? wheelAreas
  return ok({ child, by, speakers, areas, lead, today: work.today, preset })
}

const writerOf = ({ relation }: Standing): StatementForm['by'] =>
  relation === 'guardian' || relation === 'self' ? relation : 'staff'

const nobodyElse = ({ actor }: Work): StatementForm['speakers'] => ({
  me: { personId: actor.personId, unitId: '' },
  guardians: [],
  adults: [],
  colleagues: [],
  units: [],
})

async function findSpeakers(work: Work, child: Child, matterId: string): Promise<StatementForm['speakers']> {
  const { unitId = '', personId, secrecyUnitId } = work.actor
  const [listeners, adults, colleagues, here] = await Promise.all([
    listListeners(work, child, matterId),
    listImportantAdults(work, child.id),
    listColleagues(work, unitId),
    findUnit(work, unitId),
  ])
  const units = await listUnits(work, here?.municipality ? [here.municipality] : undefined)
  return {
    me: { personId, unitId },
    guardians: listeners.flatMap((listener) =>
      listener.isChild || !listener.personId ? [] : [{ personId: listener.personId, label: listener.called }],
    ),
    adults,
    colleagues: colleagues
      .filter((colleague) => colleague.personId !== personId)
      .map((colleague) => ({ personId: colleague.personId, label: `${colleague.name}, ${colleague.title}` })),
    units: units
      .filter((unit) => unit.secrecyUnitId !== secrecyUnitId)
      .map((unit) => ({ unitId: unit.id, label: unit.name })),
  }
}

/** Writes down what somebody says of one area. What the child says has the readers it chose, the narrowest by default. */
export function addStatement(
  deps: Deps,
  asking: AskingOfChild,
  read: (ownWords: boolean) => Result<StatementInput, FieldErrors>,
): Promise<Sent<StatementForm>> {
  return audited(deps, 'wheel.add-statement', asking, async (work): Promise<Sent<StatementForm>> => {
    const form = await openForm(work, asking, {})
    if (!form.ok) return form
    const { by, areas, lead, today, speakers } = form.value
    const input = read(by !== 'staff')
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { submission: itemId, area, words, obtained, saidOn = today } = input.value
    if (!areas.includes(area)) return refuse.invalid(form.value, { area: 'Välj ett av områdena som är med' })
    if (saidOn > today) return refuse.invalid(form.value, { saidOn: 'Dagen har inte varit än' })
    const speaker = by === 'staff' ? speakerOf(input.value, namesOf(speakers), itemId) : ok(self(by, work))
    if (!speaker.ok) return refuse.invalid(form.value, speaker.error)

    const { childId } = asking
    const readers = readersOf(speaker.value, by, input.value.readers)
    // An adult who was not known before gets the form's own id: sent twice is once.
    if (speaker.value.adultId === itemId) await addAdult(work, childId, itemId, input.value)
    const added = await addToStore(work, {
      childId,
      itemId,
      matterId: lead.matterId,
      kind: 'statement',
      secrecyUnitId: work.actor.secrecyUnitId ?? lead.secrecyUnitId,
      readers,
      speaker: speaker.value,
      area,
      words,
      obtained: obtained ?? (by === 'staff' ? undefined : 'written'),
      saidOn,
      wording: wheelText.version,
    })
    work.about(itemId)
    if (added && by !== 'staff') await tellLead(work, childId, itemId)
    // What the child lets only a few read is not to be seen afterwards, so that it is told here that it has come.
    const isHidden = by === 'self' && readers === 'unit'
    return ok(isHidden ? paths.noticing.receipt.to({}) : `${paths.wheel.show.to({ childId })}#hjulet-${area}`)
  })
}

const namesOf = (speakers: StatementForm['speakers']): Speakers => ({
  ...speakers,
  adults: speakers.adults.map(({ id }) => ({ id, label: '' })),
})

const self = (by: 'guardian' | 'self', { actor }: Work): Speaker =>
  by === 'self' ? { voice: 'child' } : { voice: 'guardian', personId: actor.personId }

/** Everybody else's words are the unit's to open, one statement at a time. */
function readersOf(
  { voice }: Speaker,
  by: StatementForm['by'],
  chosen: ItemReaders | undefined,
): ItemReaders {
  if (voice !== 'child') return 'unit'
  const choices: readonly ItemReaders[] = by === 'self' ? ownReaders : childReaders
  return choices.find((readers) => readers === chosen) ?? choices[0] ?? 'told'
}

async function addAdult(work: Work, childId: string, id: string, input: StatementInput): Promise<void> {
  const { adultName: name, adultCalled: relation } = input
  if (name && relation) await addImportantAdult(work, childId, { id, name, relation, phone: undefined })
}
