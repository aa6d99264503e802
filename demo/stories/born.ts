import { paths } from '#shared/paths.ts'
import { type DemoChild, idOf } from '../county/index.ts'
import { answersOffered, type Fields } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, leadOf } from './act.ts'

/** Who was known before birth gets a name and a day; a twin gets a page of its own, with what is true of both. */
export function born(stage: Stage, child: DemoChild): Act[] {
  const { slug, birth, givenName, familyName } = child
  if (!birth) return []
  const { bornDay, notedDay, twin } = birth
  const childId = idOf.child(slug)
  const custody = child.guardians.map(({ person }) => idOf.person(person))
  const isBorn = { givenName, familyName, custody, bornOn: stage.dateOf(bornDay) }
  const alsoBorn = (page: string): Fields => ({
    submission: idOf.child(twin.slug),
    givenName: twin.givenName,
    familyName,
    custody,
    said: answersOffered(page, 'said'),
  })
  const notes = (
    time: string,
    address: string,
    fields: Parameters<ReturnType<typeof leadOf>['fill']>[1],
  ) => ({
    day: notedDay,
    time,
    play: () => leadOf(stage, child).fill(address, fields),
  })
  const talk = { on: stage.dateOf(notedDay), way: 'meeting', note: 'Saga är med när allt skrivs upp.' }
  const told = Object.fromEntries(
    custody.flatMap((key) => [
      [`knows-${key}`, 'told'],
      ...Object.entries(talk).map(([name, value]) => [`${name}-${key}`, value] as const),
    ]),
  )
  return [
    notes('13:00', paths.particulars.birth.to({ childId }), isBorn),
    notes('13:20', paths.particulars.twin.to({ childId }), alsoBorn),
    notes('13:40', paths.family.talk.to({ childId: idOf.child(twin.slug) }), told),
  ]
}
