import { paths } from '#shared/paths.ts'
import { type DemoChild, type FamilyTalk, idOf, people } from '../county/index.ts'
import type { Fields } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, adultId, leadOf, nameOf } from './act.ts'

/** The family is told before anything shows; if somebody must not know, that is written down first. */
export function familyTold(stage: Stage, child: DemoChild): Act[] {
  const days = [...new Set(child.talks.map(({ day }) => day))].toSorted((a, b) => a - b)
  return [...days.map((day) => talks(stage, child, day)), ...adultsNamed(stage, child, days.at(-1))]
}

function talks(stage: Stage, child: DemoChild, day: number): Act {
  const address = paths.family.talk.to({ childId: idOf.child(child.slug) })
  const own = child.talks.find((talk) => talk.day === day && talk.told.includes('child'))
  const fields = {
    ...Object.assign({}, ...child.guardians.map(({ person }) => answerFor(stage, child, person, day))),
    ...(own && told(stage, 'barnet', own)),
  }
  return { day, time: '16:10', play: () => leadOf(stage, child).fill(address, fields) }
}

/** What is said of a guardian on a day: nothing more once it is settled. */
function answerFor(stage: Stage, child: DemoChild, person: string, day: number): Fields {
  const key = idOf.person(person)
  const bar = child.bars.find(({ guardian, thing }) => guardian === person && thing === 'everything')
  const talk = child.talks.find((one) => one.told.includes(person))
  const settledOn = bar?.decidedDay ?? talk?.day ?? Number.POSITIVE_INFINITY
  if (settledOn < day) return {}
  if (settledOn > day) return { [`knows-${key}`]: 'not_yet' }
  return bar ? { [`knows-${key}`]: 'barred', [`why-${key}`]: bar.reason } : talk ? told(stage, key, talk) : {}
}

const told = (stage: Stage, key: string, { day, way, note }: FamilyTalk): Fields => ({
  [`knows-${key}`]: 'told',
  [`on-${key}`]: stage.dateOf(day),
  [`way-${key}`]: way,
  [`note-${key}`]: note,
})

/** Those whom the child leans on are written down when the family is told. */
function adultsNamed(stage: Stage, child: DemoChild, day: number | undefined): Act[] {
  const address = paths.family.adult.to({ childId: idOf.child(child.slug) })
  return child.importantAdults.flatMap(({ person, called }) => {
    const phone = people.find(({ slug }) => slug === person)?.phone
    const fields = { name: nameOf(person), relation: called, phone, submission: adultId(child, person) }
    return day === undefined
      ? []
      : { day, time: '16:30', play: () => leadOf(stage, child).fill(address, fields) }
  })
}
