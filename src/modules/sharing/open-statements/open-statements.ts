import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type Ground, groundsBesidesConsent } from '#modules/knowledge'
import { findUnit, listUnits, type Unit } from '#modules/organisations'
import { addTask } from '#modules/tasks'
import { type AskingOfChild, nilId } from '#shared/asking.ts'
import { addDays, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addInformed } from '../account-store.ts'
import { mayOpen } from '../consent-policy.ts'
import { findGuardians } from '../consent-store.ts'
import { findPartyUnits } from '../grant-store.ts'
import { familyGround, familyReadsUntil, mayBeOpened, type PartyUnit, type Share } from '../sharing.ts'
import {
  findChildAsReader,
  findSharedItems,
  findUnitsStatements,
  type OpenableStatement,
  type SharedItem,
} from '../statement-store.ts'
import { askable } from '../units.ts'
import { type OnGround, type OpenInput, statementValue } from './open-statements.form.ts'
import { shareItem } from './share-item.ts'

/** Somebody in the family who knows what is going on, and may be shown something. */
export type FamilyReader = { personId: string; name: string; isChild: boolean }

/** As long as one thing is usually worked with; then it is shown anew or not at all. */
const groundDays = 90

export type OpenForm = {
  child: Child
  statements: readonly OpenableStatement[]
  family: readonly FamilyReader[]
  /** Units that are let in; what they may be told about is in their `areas`. */
  units: readonly PartyUnit[]
  shared: readonly SharedItem[]
  /** Units that the family has not said yes to, and the rules that let us show something there anyway. */
  others: readonly Unit[]
  grounds: readonly Ground[]
  /** Somebody around the child is protected: words that may tell where are pointed out. */
  warns: boolean
  /** What the person came from, ticked already: the smallest share. */
  wanted: string | undefined
  /** What was just sent was open already. */
  already?: boolean
}

export const openOpening = (
  deps: Deps,
  asking: AskingOfChild,
  { itemId, already }: { itemId: string | undefined; already: boolean },
): Promise<Result<OpenForm, Hidden | Misplaced>> =>
  audited(deps, 'sharing.open-form', asking, async (work): Promise<Result<OpenForm, Hidden>> => {
    const form = await openForm(work, asking, itemId)
    return form.ok ? ok({ ...form.value, already }) : form
  })

async function openForm(
  work: Work,
  { childId }: AskingOfChild,
  itemId?: string,
): Promise<Result<OpenForm, Hidden>> {
  const known = await openChild(work, childId, mayOpen)
  if (!known.ok) return known
  const { child, standing } = known.value
  const matterId = standing.matterId ?? ''
  const [statements, guardians, childPerson, units, shared, all, own] = await Promise.all([
    findUnitsStatements(work, childId),
    findGuardians(work, childId, matterId),
    findChildAsReader(work, childId, matterId),
    findPartyUnits(work, childId),
    findSharedItems(work, childId),
    listUnits(work),
    findUnit(work, work.actor.unitId ?? nilId),
  ])
  const adults = guardians
    .filter(({ told, barred }) => told && !barred)
    .map(({ personId, person, called }) => ({
      personId,
      name: `${nameOf(person)} (${called})`,
      isChild: false,
    }))
  const self = childPerson ? [{ personId: childPerson, name: nameOf(child.person), isChild: true }] : []
  const openable = statements.filter(mayBeOpened)
  const from = openable.find((said) => said.itemId === itemId)
  return ok({
    child,
    wanted: from && statementValue(from),
    warns: [child.person, ...guardians.map(({ person }) => person)].some(({ kind }) => kind === 'protected'),
    statements: openable,
    family: [...self, ...adults],
    units: units.filter(({ grantId }) => grantId),
    shared: shared.filter(({ area }) => area),
    others: askable(all, work.actor.secrecyUnitId).filter(
      ({ id }) => !units.some(({ unitId }) => unitId === id),
    ),
    grounds: own ? groundsBesidesConsent(own.secrecyKind) : [],
  })
}

/** Opens some statements to some readers: each one by itself, and only inside what the family has said yes to. */
export function openStatements(
  deps: Deps,
  asking: AskingOfChild,
  read: (form: OpenForm) => Result<OpenInput, FieldErrors>,
): Promise<Sent<OpenForm>> {
  return audited(deps, 'sharing.open', asking, async (work): Promise<Sent<OpenForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const input = read(form.value)
    if (!input.ok) return refuse.invalid(form.value, input.error)
    if (input.value.changed) return refuse.conflict(form.value)
    let isNew = false
    for (const share of sharesOf(work, form.value, input.value)) {
      const shared = await shareItem(work, share)
      if (!shared.ok) return refuse.conflict(form.value)
      if (!shared.value.isNew) continue
      isNew = true
      await account(work, asking.childId, shared.value.grantId, share, input.value.onGround)
    }
    return ok(`${paths.sharing.open.to({ childId: asking.childId })}${isNew ? '' : '?redan=ja'}`)
  })
}

/** What is shared without a yes leaves an account: whether the family got to know, and in an emergency why, within a day. */
async function account(
  work: Work,
  childId: string,
  grantId: string,
  { ground }: Share,
  onGround: OnGround | undefined,
): Promise<void> {
  if (!onGround || ground !== onGround.ground) return
  await addInformed(work, { childId, grantId, informed: onGround.informed, how: onGround.how })
  const { engagementId } = work.actor
  if (onGround.why || !engagementId) return
  const dueOn = addDays(work.today, 1)
  await addTask(work, { childId, kind: 'explain_sharing', engagementId, aboutId: grantId, dueOn })
}

function sharesOf(
  work: Work,
  { child }: OpenForm,
  { statements, people, units, why, onGround }: OpenInput,
): Share[] {
  const familyUntil = swedishMoment(familyReadsUntil(child, work.today), '00:00')
  return statements.flatMap(({ itemId, version }) => {
    const item = { childId: child.id, itemId, version }
    return [
      ...people.map(
        (personId): Share => ({ ...item, to: { personId }, ground: familyGround, until: familyUntil }),
      ),
      ...units.map(
        ({ unitId, consentId, until }): Share => ({
          ...item,
          to: { unitId },
          ground: 'samtycke',
          consentId,
          why,
          until,
        }),
      ),
      ...(onGround
        ? [
            {
              ...item,
              to: { unitId: onGround.unit.id },
              ground: onGround.ground,
              why: onGround.why,
              until: swedishMoment(addDays(work.today, groundDays), '00:00'),
            },
          ]
        : []),
    ]
  })
}
