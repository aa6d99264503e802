import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import { swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
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
import type { OpenInput } from './open-statements.form.ts'
import { shareItem } from './share-item.ts'

/** Somebody in the family who knows what is going on, and may be shown something. */
export type FamilyReader = { personId: string; name: string; isChild: boolean }

export type OpenForm = {
  child: Child
  statements: readonly OpenableStatement[]
  family: readonly FamilyReader[]
  /** Units that are let in; what they may be told about is in their `areas`. */
  units: readonly PartyUnit[]
  shared: readonly SharedItem[]
}

export const openOpening = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<OpenForm, Hidden | Misplaced>> =>
  audited(deps, 'sharing.open-form', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<OpenForm, Hidden>> {
  const known = await openChild(work, childId, mayOpen)
  if (!known.ok) return known
  const { child, standing } = known.value
  const matterId = standing.matterId ?? ''
  const [statements, guardians, childPerson, units, shared] = await Promise.all([
    findUnitsStatements(work, childId),
    findGuardians(work, childId, matterId),
    findChildAsReader(work, childId, matterId),
    findPartyUnits(work, childId),
    findSharedItems(work, childId),
  ])
  const adults = guardians
    .filter(({ told, barred }) => told && !barred)
    .map(({ personId, person, called }) => ({
      personId,
      name: `${nameOf(person)} (${called})`,
      isChild: false,
    }))
  const self = childPerson ? [{ personId: childPerson, name: nameOf(child.person), isChild: true }] : []
  return ok({
    child,
    statements: statements.filter(mayBeOpened),
    family: [...self, ...adults],
    units: units.filter(({ grantId }) => grantId),
    shared: shared.filter(({ area }) => area),
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
    for (const share of sharesOf(work, form.value, input.value)) {
      const shared = await shareItem(work, share)
      if (!shared.ok) return refuse.conflict(form.value)
    }
    return ok(paths.sharing.open.to({ childId: asking.childId }))
  })
}

function sharesOf(work: Work, { child }: OpenForm, { statements, people, units, why }: OpenInput): Share[] {
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
          why: why && { why },
          until,
        }),
      ),
    ]
  })
}
