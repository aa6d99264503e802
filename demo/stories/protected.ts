import { paths } from '#shared/paths.ts'
import { type DemoChild, demoId, idOf, people } from '../county/index.ts'
import type { Stage } from '../stage.ts'
import { type Act, leadOf } from './act.ts'

/** The family tells that it lives protected: the same day it is noted, for the child and for whoever lives with it. */
export function markedAsProtected(stage: Stage, child: DemoChild): Act[] {
  const told = child.talks[0]?.day
  if (child.protection === 'none' || told === undefined) return []
  const address = paths.shield.show.to({ childId: idOf.child(child.slug) })
  const guardians = child.guardians.flatMap(({ person }) => {
    const kind = people.find(({ slug }) => slug === person)?.protection
    return kind === undefined || kind === 'none' ? [] : [{ who: idOf.person(person), kind }]
  })
  const marks = [{ who: 'barnet', kind: child.protection }, ...guardians].map(
    ({ who, kind }, place): Act => ({
      day: told,
      time: `16:2${place}`,
      play: () =>
        leadOf(stage, child).fill(address, {
          submission: demoId(`mark:${child.slug} ${who}`),
          who,
          kind,
          source: 'familjen',
          markedOn: stage.dateOf(told),
        }),
    }),
  )
  // Whoever is protected together with the child knows where it is.
  const tellsWhere = guardians.map(
    ({ who }): Act => ({
      day: told,
      time: '16:40',
      play: () => leadOf(stage, child).fill(address, { add: who }),
    }),
  )
  return [...marks, ...tellsWhere]
}
