import { paths } from '#shared/paths.ts'
import type { ChildPart, WheelArea } from '#shared/schema.ts'
import { admin, as, id, lisa } from '#test/world.ts'

// Lisa's family is asked, and answers, through the pages.

export const sheetId = id('lisas sheet')
export const sheet = paths.sharing.sheet.to({ childId: lisa, consentId: sheetId })
export const noting = paths.sharing.noteAnswer.to({ childId: lisa, consentId: sheetId })
export const consents = paths.sharing.consents.to({ childId: lisa })

type Unit = 'familjestod' | 'elevhalsan' | 'gaddan'

/** Maja asks about some units, each with the same areas. */
export async function askFamily(
  units: readonly Unit[] = ['familjestod', 'elevhalsan', 'gaddan'],
  areas: readonly WheelArea[] = ['learning', 'home'],
  child: { childPart: ChildPart; maturity?: string } = { childPart: 'heard' },
) {
  return as('maja').post(paths.sharing.ask.to({ childId: lisa }), {
    submission: sheetId,
    purpose: 'Vi vill hjälpas åt med <morgnarna>.',
    units: units.map(id),
    ...Object.fromEntries(units.map((unit) => [`areas-${id(unit)}`, areas])),
    lastDay: '2027-05-24',
    ...child,
  })
}

type Answers = Readonly<Partial<Record<Unit, 'yes' | 'no' | readonly WheelArea[]>>>

/** The fields of a form that says so: a list is a yes to those areas only. */
export const saying = (answers: Answers): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([unit, answer]): [string, string | readonly string[]][] => [
      [`answer-${id(unit)}`, answer === 'no' ? 'no' : 'yes'],
      [`areas-${id(unit)}`, answer === 'yes' ? ['learning', 'home'] : answer === 'no' ? [] : answer],
    ]),
  )

/** A parent answers in the application. `seen` is how many answers the form knew of. */
export const answers = (who: 'sara' | 'jonas' | 'lisaSelf', said: Answers, seen = 0) =>
  as(who).post(sheet, { ...saying(said), seen: String(seen) })

/** Maja lets a unit in to which everybody has said yes. */
export const letsIn = (unit: Unit, contact: string, part: 'whole' | 'own' = 'whole') =>
  as('maja').post(paths.sharing.letIn.to({ childId: lisa, consentId: sheetId }), {
    unit: id(unit),
    [`part-${id(unit)}`]: part,
    [`contact-${id(unit)}`]: contact,
  })

/** The units whose consent is complete. */
export async function complete(): Promise<string[]> {
  const rows = await admin
    .selectFrom('consent_unit')
    .innerJoin('unit', 'unit.id', 'consent_unit.unit_id')
    .select('unit.name')
    .where('complete_since', 'is not', null)
    .orderBy('unit.name')
    .execute()
  return rows.map(({ name }) => name)
}
