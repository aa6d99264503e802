import { audited, type Work } from '#modules/audit'
import { veilWhatLeaves } from '#modules/children'
import { findLanguage, listBars, listListeners } from '#modules/family'
import { type Objection, objectionsFor, objectionsForUnit } from '#modules/objections'
import { findUnit } from '#modules/organisations'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Language } from '#ui/languages.ts'
import { ownPartOf, type Part, visibleTo } from '../plan.ts'
import { mayCarryPlan } from '../plan-policy.ts'
import { readWholePlan, type ShownPlan } from '../show/show-plan.ts'

export type PlanOnPaper = ShownPlan & {
  plan: NonNullable<ShownPlan['plan']>
  /** Who holds the paper. */
  readerName: string
  /** Who took it out, and where they work. */
  printedBy: string
  own: boolean
  /** Where the child is must not stand on it. */
  hides: boolean
  at: Date
  /** What the one whom it is printed for has chosen to read in. */
  language?: Language | undefined
}

type Printed = Result<PlanOnPaper, Hidden>

/**
 * What the reader may see, as on the page. Those who carry the matter can also print for somebody without an account,
 * and then what that one may see: a unit's own part, or the plan for a guardian or the child.
 */
export function printPlan(
  deps: Deps,
  asking: AskingOfChild,
  reader: string | undefined,
): Promise<Result<PlanOnPaper, Hidden | Misplaced>> {
  return audited(deps, 'plan.print', asking, async (work): Promise<Printed> => {
    const hides = await veilWhatLeaves(work, asking.childId)
    const read = await readWholePlan(work, asking.childId)
    if (!read.ok) return read
    const { plan, known } = read.value
    if (!plan) return refuse.notFound()
    const own = known.standing.part === 'own'
    const { name, givenName, acting, kind } = work.actor
    // A title and a place on paper would tell where a protected child is; the log knows whose first name it is.
    const myName = hides && kind === 'staff' ? (givenName ?? name) : name
    const printedBy = [myName, !hides && acting].filter(Boolean).join(', ')
    const paper = {
      ...read.value,
      plan,
      readerName: myName,
      printedBy,
      own,
      hides,
      at: work.at,
      kept: new Map(),
    }
    if (reader === undefined) return ok(paper)
    if (!mayCarryPlan(known.standing)) return refuse.notAllowed()
    return reader === forChild ? toFamily(work, paper, undefined) : toSomebody(work, paper, reader)
  })
}

/** Prints for the child itself. */
export const forChild = 'barnet'

async function toSomebody(work: Work, paper: PlanOnPaper, reader: string): Promise<Printed> {
  const unit = await findUnit(work, reader)
  if (!unit) return toFamily(work, paper, reader)
  const parts = ownPartOf(paper.parts, unit.id)
  const readerName = paper.hides ? 'er verksamhet' : unit.name
  const objections = ofTheseVersions(objectionsForUnit(paper.objections), parts)
  return ok({ ...paper, parts, objections, agreements: [], held: undefined, readerName, own: true })
}

/** For a guardian without what is kept from them; for the child without what is kept from anybody. */
async function toFamily(work: Work, paper: PlanOnPaper, personId: string | undefined): Promise<Printed> {
  const { child, standing } = paper.known
  const [listeners, bars, language] = await Promise.all([
    listListeners(work, child, standing.matterId),
    listBars(work, child.id),
    findLanguage(work, child.id, personId),
  ])
  const guardian = listeners.find((one) => !one.isChild && one.personId === personId)
  if (personId !== undefined && (!guardian?.told || guardian.barred)) return refuse.notFound()
  const theirs = bars.filter((one) => personId === undefined || one.personId === personId)
  const barred = new Set(theirs.flatMap(({ thingId }) => thingId ?? []))
  const parts = visibleTo(paper.parts, barred)
  const said = objectionsFor(paper.objections, personId)
  return ok({
    ...paper,
    language,
    parts,
    agreements: paper.agreements
      .filter(({ asked }) => asked.kind !== 'unit' || !barred.has(asked.unitId))
      .map((one) =>
        one.asked.kind === 'guardian' && one.asked.personId !== personId
          ? { ...one, asked: { ...one.asked, name: undefined } }
          : one,
      ),
    // An earlier version may have been somebody's whose everything is kept from them.
    objections: theirs.length > 0 ? ofTheseVersions(said, parts) : said,
    helped: paper.helped.filter((one) => !one.alone || one.personId === personId),
    readerName: guardian
      ? nameOf(guardian.person)
      : paper.hides
        ? callOf(child.person)
        : nameOf(child.person),
  })
}

/** What is said about the parts as they stand on the paper. */
const ofTheseVersions = (objections: readonly Objection[], parts: readonly Part[]): Objection[] =>
  objections.filter(({ thingId, thingAt }) =>
    parts.some(({ id, at }) => id === thingId && at.getTime() === thingAt.getTime()),
  )
