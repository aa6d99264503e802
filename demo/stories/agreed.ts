import { paths } from '#shared/paths.ts'
import { type DemoChild, idOf, people, type StoryAgreement, type StoryPlan } from '../county/index.ts'
import type { Fields } from '../page-forms.ts'
import type { Stage } from '../stage.ts'
import { type Act, leadOf } from './act.ts'

/** Everybody says whether they go along with the plan, and somebody says yes to leading the collaboration. */
export function agreed(stage: Stage, child: DemoChild): Act[] {
  const { plan } = child
  if (!plan) return []
  return [...leads(stage, child, plan), ...plan.agreements.map((one) => says(stage, child, plan, one))]
}

const ids = ({ slug }: DemoChild) => ({ childId: idOf.child(slug) })

function leads(stage: Stage, child: DemoChild, plan: StoryPlan): Act[] {
  const { person, unit } = plan.collaborationLead
  if (person === child.lead.person) return []
  const address = paths.plan.lead.to(ids(child))
  const asks = () => leadOf(stage, child).fill(address, { who: idOf.engagement(person, unit) })
  const accepts = () => stage.as(person, unit).fill(address, { act: 'accept' })
  return [
    { day: plan.agreedDay, time: '17:30', play: asks },
    { day: plan.agreedDay + 1, time: '08:20', play: accepts },
  ]
}

/** In the application, or told to the one who is responsible, who notes it. */
function says(stage: Stage, child: DemoChild, plan: StoryPlan, agreement: StoryAgreement): Act {
  const { party } = agreement
  const contact = plan.contacts.find(({ unit }) => unit === party)
  const person = party === 'child' ? child.account : (contact?.person ?? party)
  const unit = contact && party
  const signsIn = people.some((one) => one.slug === person && one.signsIn)
  const who = person && signsIn && unit !== child.lead.unit ? stage.as(person, unit) : leadOf(stage, child)
  const address = paths.plan.agree.to(ids(child))
  const play = async () => {
    await who.fill(address, fieldsOf(agreement, unit))
    await who.see(paths.plan.show.to(ids(child)))
  }
  return { day: Math.max(plan.agreedDay, joinedOn(child, unit)) + 1, time: '12:40', play }
}

/** When everybody had said yes to the unit. */
const joinedOn = ({ consent }: DemoChild, unit: string | undefined): number =>
  Math.max(...(consent?.units.find((one) => one.unit === unit)?.answers ?? []).map(({ day = 0 }) => day))

function fieldsOf({ party, answer, reason, reasonOpen }: StoryAgreement, unit: string | undefined): Fields {
  const key = party === 'child' ? 'barnet' : unit ? idOf.unit(unit) : idOf.person(party)
  return {
    [`answer-${key}`]: answer,
    [`why-${key}`]: reason,
    [`open-${key}`]: reasonOpen ? 'ja' : undefined,
  }
}
