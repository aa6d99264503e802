import type { UnitKind } from '#shared/schema.ts'

/** The first ladder: who is BBA by age. Before school the child health centre, in school the school's rektor. */
export function stagesFor(age: number | undefined, unborn: boolean): readonly UnitKind[] {
  if (unborn) return ['midwifery']
  if (age === undefined) return []
  if (age < 6) return ['child_health']
  return age < 16 ? ['compulsory_school'] : ['upper_secondary_school', 'activity_responsibility']
}

/** Among the places of a known child the one that is BBA: by age, else any of them. */
export function placeByLadder<P extends { kind: UnitKind }>(
  places: readonly P[],
  age: number | undefined,
  unborn: boolean,
): P | undefined {
  const stages = stagesFor(age, unborn)
  return places.find(({ kind }) => stages.includes(kind)) ?? places[0]
}
