import type { Day } from '#shared/dates.ts'
import type { Employee, KeptUnit } from '../administration.ts'
import { columns, type Fault, type Row } from './row.ts'

/** Somebody of the organisation, with the name that its directory has for them, if it has one. */
export type Known = Employee & { userName: string | undefined }

/** What the file does to one person. `linked`: works here already, and is known by the user name from now on. */
export type Step = {
  row: Row
  unitId: string
  kind: 'new' | 'linked' | 'changed' | 'moved' | 'back' | 'ended' | 'same'
  /** The employment it is about; undefined for whoever is new. */
  known: Known | undefined
}
export type Plan = { steps: readonly Step[]; faults: readonly Fault[] }

type Here = { units: readonly KeptUnit[]; people: readonly Known[]; today: Day }
/** Who somebody in the file may be: by user name, or by name in the unit. */
type Finds = { kept: (row: Row) => Known | undefined; alike: (row: Row, unitId: string) => Known | undefined }

const small = (...texts: readonly string[]) => texts.join('\n').toLowerCase()
const isHere = ({ to }: Known, today: Day) => to === undefined || to >= today

function finds({ people, today }: Here): Finds {
  const kept = new Map(people.flatMap((one) => (one.userName ? [[small(one.userName), one]] : [])))
  const alike = Map.groupBy(
    people.filter((one) => one.userName === undefined && isHere(one, today)),
    ({ unitId, name }) => small(unitId, name),
  )
  return {
    kept: ({ userName }) => kept.get(small(userName)),
    // Of two with the same name nobody guesses which.
    alike: ({ given, family }, unitId) => {
      const found = alike.get(small(unitId, `${given} ${family}`)) ?? []
      return found.length === 1 ? found[0] : undefined
    },
  }
}

/** What the file would do, against what is known now. Who is not in the file is left alone. */
export function planOf(rows: readonly Row[], here: Here): Plan {
  const steps: Step[] = []
  const faults: Fault[] = []
  const find = finds(here)
  for (const row of rows) {
    const units = here.units.filter(
      ({ id, name, closedOn }) => !closedOn && [small(name), id].includes(small(row.unit)),
    )
    const [unit] = units
    if (!unit || units.length > 1) faults.push(unitFault(row, units.length))
    else steps.push(stepOf(row, unit.id, find, here.today))
  }
  return { steps, faults: faults.length > 0 ? faults : twiceFaults(steps) }
}

const unitFault = ({ line, unit }: Row, many: number): Fault => ({
  line,
  column: columns.unit,
  text:
    many > 1
      ? `Flera verksamheter hos er heter ${unit}. Ge dem olika namn först.`
      : `Ingen verksamhet hos er heter ${unit}.`,
})

function stepOf(row: Row, unitId: string, find: Finds, today: Day): Step {
  const kept = find.kept(row)
  const known = kept ?? find.alike(row, unitId)
  const step = (kind: Step['kind']): Step => ({ row, unitId, kind, known })
  const isOver = row.to !== undefined && row.to < today
  if (!known) return step(isOver ? 'same' : 'new')
  if (!isHere(known, today)) return step(isOver ? 'same' : 'back')
  if (row.to && row.to !== known.to) return step('ended')
  if (known.unitId !== unitId) return step('moved')
  if (!kept) return step('linked')
  const isSame = known.title === row.title && (known.phone ?? '') === (row.phone ?? '')
  return step(isSame ? 'same' : 'changed')
}

/** Two lines about the same employment: only one of them can be true. */
const twiceFaults = (steps: readonly Step[]): Fault[] =>
  steps.flatMap(({ row, known }) => {
    const first = known && steps.find((one) => one.known?.id === known.id)
    return first && first.row.line !== row.line
      ? [{ line: row.line, text: `Raden är om samma person som rad ${first.row.line}.` }]
      : []
  })

/** What is read before a yes, and has to be the same after it. */
export const planText = ({ steps }: Plan): string =>
  JSON.stringify(steps.map(({ row, unitId, kind, known }) => [row, unitId, kind, known]))
